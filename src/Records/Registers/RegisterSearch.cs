using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Registers;

/// <summary>The public's search in a register, for registers of any size: the beginnings of numbers and names by their indexes, what stands within them among the newest rows alone.</summary>
public static class RegisterSearch
{
    /// <summary>How many rows each look reads at most.</summary>
    public const int Most = 20_000;

    /// <summary>The party of a decision as the public reads it, or whoever sold something; <c>null</c> where a register has neither. An index stands on it.</summary>
    public static string? PartyOf(RegisterKind kind) =>
        kind.IsDecision ? nameof(DecisionRow.ShownName) : kind is RegisterKind.Procurement or RegisterKind.Contract ? nameof(ProcurementProject.Supplier) : null;

    extension(IQueryable<RegisterRow> rows)
    {
        /// <summary>Those whose number begins with a text; the bounds are for the index, whose order is that of code points.</summary>
        public IQueryable<RegisterRow> NumberedFrom(string start)
        {
            var end = start + '\uFFFF';
            return rows.Where(row => string.Compare(row.Number, start) >= 0 && string.Compare(row.Number, end) < 0).OrderByDescending(row => row.Number).Take(Most);
        }

        /// <summary>Those whose party begins with a text.</summary>
        public IQueryable<RegisterRow> NamedFrom(string column, string start)
        {
            var end = start + '\uFFFF';
            return rows.Where(row => string.Compare(EF.Property<string>(row, column), start) >= 0 && string.Compare(EF.Property<string>(row, column), end) < 0).OrderBy(row => EF.Property<string>(row, column)).Take(Most);
        }

        /// <summary>Those of the newest in which a text stands anywhere.</summary>
        public IQueryable<RegisterRow> NewestWith(string? column, string words)
        {
            var newest = rows.OrderByDescending(row => row.On).ThenByDescending(row => row.Id).Take(Most);
            return column is null ? newest.Where(row => row.Number.Contains(words) || row.Title.Contains(words)) : newest.Where(row => row.Number.Contains(words) || row.Title.Contains(words) || EF.Property<string>(row, column).Contains(words));
        }
    }

    extension(Store store)
    {
        /// <summary>The public rows of a register in which some words are found, the newest first; a list of powers and of fees by its numbers.</summary>
        /// <param name="narrow">What else is asked; it takes away, and says what is public.</param>
        public async Task<IReadOnlyList<Guid>> SearchRegister(RegisterKind kind, string words, Guid? agency, Func<IQueryable<RegisterRow>, IQueryable<RegisterRow>> narrow)
        {
            // What is public is asked afterwards: asked before, its index would be read instead, from end to end.
            var rows = store.Register(kind).AsNoTracking();
            if (agency is { } one) rows = rows.Where(row => row.AgencyId == one);
            var party = PartyOf(kind);
            List<IQueryable<RegisterRow>> looks = [narrow(rows.NumberedFrom(words)), narrow(rows).NewestWith(party, words)];
            // 文号 with brackets of another kind: [2026], （2026）, 【2026】.
            if (Bracketed(words) is var number && number != words) looks.Add(narrow(rows.NumberedFrom(number)));
            if (party is not null) looks.Add(narrow(rows.NamedFrom(party, words)));
            Dictionary<Guid, (DateOnly On, string Number)> found = [];
            foreach (var look in looks)
                foreach (var hit in await look.Select(row => new { row.Id, row.On, row.Number }).ToListAsync()) found[hit.Id] = (hit.On, hit.Number);
            return kind is RegisterKind.Power or RegisterKind.Fee
                ? [.. found.OrderBy(hit => hit.Value.Number, StringComparer.Ordinal).ThenBy(hit => hit.Key).Select(hit => hit.Key)]
                : [.. found.OrderByDescending(hit => hit.Value.On).ThenByDescending(hit => hit.Key).Select(hit => hit.Key)];
        }
    }

    static string Bracketed(string words) => string.Concat(words.Select(sign => sign switch { '[' or '［' or '【' or '(' or '（' => '〔', ']' or '］' or '】' or ')' or '）' => '〕', _ => sign }));
}
