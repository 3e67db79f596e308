using System.Text;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Rigs;

/// <summary>Writes down which requests are being acknowledged, just before their answers go out: a rig that watches the disk sees it there.</summary>
sealed class Acknowledgements(string file)
{
    readonly FileStream said = new(file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    readonly Lock turn = new();

    public Task Hear(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers[Citizen.Header] is [{ Length: > 0 } key])
            context.Response.OnStarting(() =>
            {
                if (context.Response.Headers.Location.FirstOrDefault()?.EndsWith("/cg", StringComparison.Ordinal) == true)
                    lock (turn) said.Write(Encoding.UTF8.GetBytes($"{key}\n"));
                return Task.CompletedTask;
            });
        return next(context);
    }
}
