using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongkai.App.Access;
using Gongkai.App.Office;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Backups;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.WebEncoders;

namespace Gongkai.App;

/// <summary>The web host: what it is made of, and in which order a request passes through it.</summary>
public static class Web
{
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary><c>gongkai serve [--empty] [--urls URL] [--Setting=value …]</c>; 2 where it cannot start.</summary>
    public static Task<int> Serve(string[] args) =>
        Serve([.. args.SkipWhile(arg => arg == "serve").Where(arg => arg != "--empty")], args.Contains("--empty"));

    /// <param name="args">Settings, such as <c>--urls http://127.0.0.1:8080</c>.</param>
    /// <param name="empty">Starts without the demo bureau.</param>
    public static async Task<int> Serve(string[] args, bool empty)
    {
        if (Floor.Impediment(Environment.Version) is { } tooOld)
        {
            await Console.Error.WriteLineAsync(tooOld);
            return 2;
        }
        try
        {
            await using var app = Build(args);
            using var inUse = InUse.Hold(Data.Place(app.Configuration));
            await app.OpenStore(empty);
            app.Lifetime.ApplicationStarted.Register(() => Supervisor.SayReady());
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"公开平台已启动：{string.Join("，", app.Urls)}（按 Ctrl+C 停止）"));
            await app.RunAsync();
            return 0;
        }
        catch (Exception obstacle) when (Explain(obstacle) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 2;
        }
    }

    // What the person who starts it can put right, said so; anything else is a fault of ours and keeps its trace.
    static string? Explain(Exception obstacle) => obstacle switch
    {
        InvalidSettingsException settings => settings.Message,
        IOException { InnerException: AddressInUseException } => "端口已被别的程序占用。请停止那个程序，或用 --urls http://localhost:端口号 换一个端口。",
        UnauthorizedAccessException denied => $"没有写入权限：{denied.Message} 请换一个目录启动，或用 --Data 指定可写的目录。",
        UnusableStoreException unusable => unusable.Message,
        FileNotFoundException missing => $"找不到配置文件“{missing.FileName}”，请检查环境变量 {Settings.FileVariable}。",
        DbException closed => $"打不开数据库：{closed.Message} 请检查 ConnectionStrings:Store 和数据目录的权限。",
        _ => null,
    };

    /// <summary>The host, built and not started.</summary>
    /// <param name="args">Settings.</param>
    /// <param name="more">What else it is made of: a rig watches it so.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Web).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddMachine();
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultUrl);

        builder.Services.AddSingleton(TimeProvider.System);
        // The default encoder writes &#x516C; for 公: a Chinese page of three times the size.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.AddSite();
        builder.AddStore();
        builder.AddFiles();
        builder.AddAccess();
        builder.Services.AddSurfaces(builder.Configuration);
        builder.Services.AddResponseCompression();
        builder.AddHealth();
        if (Surfaces.IsOpen(builder.Configuration, Surfaces.Office)) builder.AddWorks();
        builder.AddTelemetry();
        more?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseAccess();
        app.MapSurfaces();
        return app;
    }
}
