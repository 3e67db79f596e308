using System.CommandLine;
using System.Globalization;
using Gongkai.Rules;
using Gongkai.Rules.Requests;

namespace Gongkai.App.Commands;

/// <summary><c>gongkai fee requests N</c> and <c>gongkai fee pages N</c>: the information processing fee, in yuan, and the tiers that add up to it.</summary>
static class FeeCommand
{
    public static Command Create() => new("fee", "算出信息处理费，逐档说明；同一件申请只能用其中一种标准。")
    {
        One("requests", "按件计收：同一申请人一个自然月内向同一机关累计申请多少件。", ProcessingFee.MostRequests, ProcessingFee.OfRequests),
        One("pages", "按量计收：一件申请以纸质件、电子邮件或者复制电子数据提供多少页。", ProcessingFee.MostPages, ProcessingFee.OfPages),
    };

    static Command One(string name, string description, int most, Func<int, ProcessingFee> of)
    {
        var count = new Argument<string>("N") { Description = $"0 到 {most} 的整数" };
        var json = ReportCommands.Json();
        var command = new Command(name, description) { count, json };
        command.SetAction(line =>
        {
            var written = line.GetRequiredValue(count);
            if (!int.TryParse(Typed.Narrow(written), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > most)
                throw new NotDoneException($"“{written}”不是可以计算的数量，请写 0 到 {most} 的整数。");
            var fee = of(number);
            if (line.GetValue(json)) WriteJson(fee, name, line.InvocationConfiguration.Output);
            else Write(fee, line.InvocationConfiguration.Output);
            return Terminal.Fine;
        });
        return command;
    }

    static void Write(ProcessingFee fee, TextWriter output)
    {
        output.WriteLine($"{fee.Basis.Name} {fee.Count} {fee.Basis.Unit}：{fee.Yuan} 元");
        foreach (var tier in fee.Tiers) output.WriteLine("  " + fee.Basis.Say(tier));
        output.WriteLine($"依据：{Statute.ProcessingFee.Cite(fee.Basis.Article)}");
    }

    static void WriteJson(ProcessingFee fee, string name, TextWriter output) => output.WriteLine(CommandJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("basis", name);
        json.WriteNumber("count", fee.Count);
        json.WriteNumber("yuan", fee.Yuan);
        json.WriteString("article", Statute.ProcessingFee.Cite(fee.Basis.Article));
        json.WriteStartArray("tiers");
        foreach (var tier in fee.Tiers)
        {
            json.WriteStartObject();
            json.WriteNumber("from", tier.From);
            json.WriteNumber("through", tier.Through);
            json.WriteNumber("rate", tier.Rate);
            json.WriteNumber("yuan", tier.Yuan);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }));
}
