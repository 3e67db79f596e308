using Gongkai.Records.Registers;
using Gongkai.Rules.AnnualReports;
using Gongkai.Rules.Registers;

namespace Gongkai.Records.Tests.Registers;

/// <summary>Registers with anything in them, void rows and turns of years among it, and a reader who counts them row by row.</summary>
static class RandomRegisters
{
    public static IEnumerable<RegisterRow> Of(Guid agency, int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < 60; number++)
            foreach (var kind in Enum.GetValues<RegisterKind>())
            {
                // Each register has a row before the first year, so that it is kept.
                var row = RegisterFields.New(kind, agency);
                (row.Number, row.Title, row.On) = ($"{kind}{number}", "样例", number == 0 ? new(2018, 5, 5) : Day());
                switch (row)
                {
                    case DecisionRow decision: decision.Name("示例公司", PartyKind.Organization); break;
                    case PowerEntry power: (power.PowerKind, power.Until) = (Enum.GetValues<PowerKind>()[random.Next(Enum.GetValues<PowerKind>().Length)], Later(power.On)); break;
                    case FeeEntry fee: fee.Until = Later(fee.On); break;
                    case FeeReceipt receipt: receipt.Fen = random.NextInt64(-1_000_000, 900_000_000_000); break;
                    case ProcurementProject project: project.Fen = random.NextInt64(1, 90_000_000_000); break;
                    case NormativeDocument document:
                        document.NormativeKind = (NormativeKind)random.Next(2);
                        document.DisclosedOn = random.Next(4) == 0 ? null : document.On.AddDays(random.Next(60));
                        if (random.Next(2) == 0) document.RepealedOn = Later(document.On);
                        else document.LapsedOn = Later(document.On);
                        break;
                }
                if (number > 0 && random.Next(8) == 0) row.Void(TestActs.Now, "测试作废");
                yield return row;
            }

        DateOnly Day() => random.Next(6) switch
        {
            0 => new(random.Next(2018, 2024), 1, 1),
            1 => new(random.Next(2018, 2024), 12, 31),
            _ => new DateOnly(2018, 1, 1).AddDays(random.Next(6 * 365)),
        };

        DateOnly? Later(DateOnly day) => random.Next(3) == 0 ? null : random.Next(4) == 0 ? new(day.Year + 1, 1, 1) : day.AddDays(1 + random.Next(1200));
    }

    public static LicenceDecision Licence(Guid agency, DateOnly on, string party, PartyKind kind = PartyKind.Organization)
    {
        var row = new LicenceDecision { AgencyId = agency, Number = $"样许〔{on.Year}〕{on.DayNumber}号", Title = "准予行政许可决定书", On = on, Content = $"准予{party}施工" };
        row.Name(party, kind);
        return row;
    }

    /// <summary>What a reader of the list writes into a cell.</summary>
    public static decimal Count(IEnumerable<RegisterRow> rows, FormCell cell, int year)
    {
        decimal sum = 0;
        foreach (var row in rows.Where(row => row.VoidedAt is null))
            switch ((cell.Row.Key, cell.Column.Key, row))
            {
                case ("fees", "previous" or "change", FeeEntry fee): sum += Listed(fee.On, fee.Until); break;
                case ("licences" or "penalties" or "coercion" or "services", "previous" or "change", PowerEntry power) when power.PowerKind.Row == cell.Row.Key: sum += Listed(power.On, power.Until); break;
                case ("licences", "decisions", LicenceDecision) or ("penalties", "decisions", PenaltyDecision) or ("coercion", "decisions", CoercionDecision) or ("services", "decisions", ServiceDecision): sum += row.On.Year == year ? 1 : 0; break;
                case ("fees", "amount", FeeReceipt receipt): sum += row.On.Year == year ? receipt.Fen / 100m / 10_000m : 0; break;
                case ("procurement", "projects", ProcurementProject): sum += row.On.Year == year ? 1 : 0; break;
                case ("procurement", "amount", ProcurementProject project): sum += row.On.Year == year ? project.Fen / 100m : 0; break;
                case ("rules", _, NormativeDocument { NormativeKind: NormativeKind.Rules } document): sum += Document(document); break;
                case ("normative", _, NormativeDocument { NormativeKind: NormativeKind.Normative } document): sum += Document(document); break;
            }
        return sum;

        // On the list on a day: entered by then, and not left by then.
        static bool On(DateOnly from, DateOnly? until, DateOnly day) => from <= day && !(until is { } left && left <= day);

        int Listed(DateOnly from, DateOnly? until)
        {
            var (before, after) = (On(from, until, new(year - 1, 12, 31)) ? 1 : 0, On(from, until, new(year, 12, 31)) ? 1 : 0);
            return cell.Column.Key == "previous" ? before : after - before;
        }

        int Document(NormativeDocument one)
        {
            var last = new DateOnly(year, 12, 31);
            if (one.On > last) return 0;
            var stands = On(one.On, one.RepealedOn, last) && On(one.On, one.LapsedOn, last);
            return cell.Column.Key switch
            {
                "made" or "issued" => one.On.Year == year,
                "disclosed" => one.DisclosedOn?.Year == year,
                "repealed" => one.RepealedOn?.Year == year,
                "total" => stands && one.DisclosedOn <= last,
                _ => stands,
            } ? 1 : 0;
        }
    }
}
