using Gongkai.App.Commands;

namespace Gongkai.App.Tests.Commands;

/// <summary>What one command line answered.</summary>
/// <param name="Status">The exit status.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
sealed record Answer(int Status, string Output, string Error)
{
    /// <summary>Asks the terminal within this process.</summary>
    public static async Task<Answer> To(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await Terminal.Run(args, output, error);
        return new(status, output.ToString(), error.ToString());
    }

    /// <summary>Not done: nothing but one sentence on standard error.</summary>
    public void Refuses(string sentence)
    {
        Assert.Equal(sentence + "\n", Error);
        Assert.Equal("", Output);
        Assert.Equal(Terminal.NotDone, Status);
    }
}
