using System.Threading.Channels;

namespace Gongkai.App.Portal.Requests;

/// <summary>Questions for a new code, worked off one after another beside the answers: whoever asks waits for none of it, on no line.</summary>
public sealed class CodeMails(IServiceScopeFactory scopes) : BackgroundService
{
    /// <summary>More than this are not kept waiting; who gets no mail asks again.</summary>
    const int Most = 256;

    readonly Channel<(string Number, string Mail)> asked = Channel.CreateBounded<(string, string)>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Take(string number, string mail) => asked.Writer.TryWrite((number, mail));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (number, mail) in asked.Reader.ReadAllAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CodeReset>().Send(number, mail);
        }
    }
}
