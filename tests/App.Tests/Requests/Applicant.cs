using System.Net;
using Gongkai.App.Tests.Accounts;

namespace Gongkai.App.Tests.Requests;

/// <summary>Somebody who files a request, without script: opens a step, fills it in, sends it, and is led on.</summary>
static class Applicant
{
    public const string Steps = "/zfxxgk/ysqgk/sq/", Name = "阿依古丽·买买提", Number = "11010519491231002X", Phone = "0571-88881234", Mail = "ayiguli@mail.example";

    /// <summary>Everything that the wizard asks, step by step.</summary>
    public static (string Name, string Value)[] Answers(int step) => step switch
    {
        1 => [("Form.Matter", "information"), ("Form.Agency", "zjj")],
        2 => [("Form.Sort", "person"), ("Form.Paper", "ResidentCard"), ("Form.Name", Name), ("Form.IdentityNumber", "11010519491231002x"), ("Form.Phone", "０５７１-８８８８１２３４")],
        3 => [("Form.WantedName", "2025年幸福路12号危险房屋鉴定报告")],
        4 => [("Form.Provision", "Electronic"), ("Form.Delivery", "Mail"), ("Form.Mail", Mail), ("Form.OtherwiseToo", "yes")],
        5 => [("Form.ProofBy", "counter")],
        _ => [],
    };

    /// <summary>Fills in the steps from one to another; each leads to the next.</summary>
    public static async Task Fill(this HttpClient visitor, int from = 1, int to = 6)
    {
        for (var step = from; step <= to; step++)
        {
            var answer = await visitor.Post($"{Steps}{step}", [.. Answers(step), ("do", "next")]);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{step}: {await answer.Said()}");
            Assert.Equal(step == 6 ? $"{Steps}qr" : $"{Steps}{step + 1}", answer.Headers.Location!.OriginalString);
        }
    }

    public static Task<HttpResponseMessage> Submit(this HttpClient visitor) => visitor.Post($"{Steps}qr", ("Promise", "true"));

    /// <summary>The number and the code that the receipt shows.</summary>
    public static async Task<(string Number, string Code)> Slip(this HttpClient visitor)
    {
        var page = await (await visitor.GetAsync($"{Steps}cg", TestContext.Current.CancellationToken)).Html();
        var keys = page.QuerySelectorAll("dd.key").Select(key => key.Words()).ToList();
        return (keys[0], keys[1]);
    }

    public static async Task<(string Number, string Code)> File(this HttpClient visitor)
    {
        await visitor.Fill();
        Assert.Equal($"{Steps}cg", (await visitor.Submit()).Headers.Location!.OriginalString);
        return await visitor.Slip();
    }

    public static Task<HttpResponseMessage> Ask(this HttpClient visitor, string number, string code) => visitor.Post("/zfxxgk/ysqgk/cx/", ("bh", number), ("ma", code));

    /// <summary>Sends a form with a file.</summary>
    public static async Task<HttpResponseMessage> Upload(this HttpClient visitor, string path, (string Name, string Value) field, (string Name, byte[] Bytes) file)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent((await visitor.Token(path))!), "_form" }, { new StringContent(field.Value), field.Name }, { new StringContent("next"), "do" },
            { new ByteArrayContent(file.Bytes), "Proofs", file.Name },
        };
        return await visitor.PostAsync(path, form, TestContext.Current.CancellationToken);
    }

    /// <summary>What a page complains of.</summary>
    public static async Task<string> Said(this HttpResponseMessage answer) => string.Join('|', (await answer.Html()).QuerySelectorAll(".problem li").Select(problem => problem.Words()));
}
