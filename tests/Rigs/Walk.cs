using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Rigs;

/// <summary>A short walk of a visitor who reads, checks a report, tries to sign in and types a word everywhere.</summary>
static partial class Walk
{
    /// <param name="platform">Where.</param>
    /// <param name="word">What is typed into every field and address.</param>
    /// <returns>How many answers there were.</returns>
    public static async Task<int> Through(Uri platform, string word)
    {
        using var client = new HttpClient { BaseAddress = platform };
        client.DefaultRequestHeaders.Add("User-Agent", word);
        client.DefaultRequestHeaders.Add("Referer", $"http://localhost/{word}");
        string[] pages = ["/", "/zfxxgk/nb/", $"/zfxxgk/nb/?q={word}", "/zfxxgk/nb/2019/zjj", "/zfxxgk/nb/ml.csv", "/gy/dt", "/health/ready", $"/{word}", $"/office/{word}", $"/office?to={word}", "/office/signin", "/office/setup"];
        foreach (var page in pages) (await client.GetAsync(new Uri(page, UriKind.Relative))).Dispose();

        var token = FormToken().Match(await client.GetStringAsync(new Uri("/jc/", UriKind.Relative))).Groups[1].Value;
        using (var upload = new MultipartFormDataContent())
        {
            using var field = new StringContent(token);
            upload.Add(field, "_form");
            using var report = new ByteArrayContent(Encoding.UTF8.GetBytes($"<html><body><h1>{word}2024年政府信息公开工作年度报告</h1><p>{word}</p></body></html>"));
            report.Headers.ContentType = new MediaTypeHeaderValue("text/html");
            upload.Add(report, "Report", $"{word}.html");
            (await client.PostAsync(new Uri("/jc/", UriKind.Relative), upload)).Dispose();
        }
        token = FormToken().Match(await client.GetStringAsync(new Uri("/office/signin", UriKind.Relative))).Groups[1].Value;
        using (var form = new FormUrlEncodedContent([new("Input.Name", word), new("Input.Password", word), new("_form", token)]))
            (await client.PostAsync(new Uri("/office/signin", UriKind.Relative), form)).Dispose();
        (await client.PostAsync(new Uri($"/rig/{Guid.CreateVersion7():N}", UriKind.Relative), null)).Dispose();
        return pages.Length + 5;
    }

    [GeneratedRegex("name=\"_form\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
