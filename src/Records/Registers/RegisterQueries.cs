using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Registers;

/// <summary>The questions that are asked about rows of any register.</summary>
public static class RegisterQueries
{
    extension(Store store)
    {
        /// <summary>The rows of a register, void ones among them.</summary>
        public IQueryable<RegisterRow> Register(RegisterKind kind) => kind switch
        {
            RegisterKind.Power => store.Powers,
            RegisterKind.Licence => store.Licences,
            RegisterKind.Penalty => store.Penalties,
            RegisterKind.Coercion => store.Coercions,
            RegisterKind.Service => store.Services,
            RegisterKind.Fee => store.Fees,
            RegisterKind.Receipt => store.Receipts,
            RegisterKind.Procurement => store.Procurements,
            RegisterKind.Contract => store.Contracts,
            RegisterKind.Normative => store.Normatives,
        };

        /// <summary>The rows of a register of decisions; <c>null</c> of another.</summary>
        public IQueryable<DecisionRow>? Decisions(RegisterKind kind) => kind switch
        {
            RegisterKind.Licence => store.Licences,
            RegisterKind.Penalty => store.Penalties,
            RegisterKind.Coercion => store.Coercions,
            RegisterKind.Service => store.Services,
            _ => null,
        };

        /// <summary>The rows in whose number, title or party some words stand, for the office: it looks at whole names of natural persons. The public, who would guess them, asks <see cref="RegisterSearch"/>.</summary>
        public IQueryable<RegisterRow> Register(RegisterKind kind, string? words) =>
            words is null ? store.Register(kind)
            : store.Decisions(kind) is { } decisions ? decisions.Where(row => row.Number.Contains(words) || row.Title.Contains(words) || row.PartyName.Contains(words))
            : store.Register(kind).Where(row => row.Number.Contains(words) || row.Title.Contains(words));

        /// <summary>Some rows, whichever registers they are of.</summary>
        public async Task<IReadOnlyList<RegisterRow>> RegisterRows(IReadOnlyCollection<Guid> ids)
        {
            List<RegisterRow> rows = [];
            if (ids.Count == 0) return rows;
            foreach (var kind in Enum.GetValues<RegisterKind>()) rows.AddRange(await store.Register(kind).AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync());
            return rows;
        }

        /// <summary>The terms that an agency set, the earliest first.</summary>
        public async Task<IReadOnlyList<RegisterTerms>> RegisterTermsOf(Guid agency) =>
            [.. (await store.RegisterSettings.AsNoTracking().Where(one => one.AgencyId == agency).OrderBy(one => one.From).ToListAsync()).Select(one => one.Terms)];
    }

    extension<T>(IQueryable<T> rows) where T : RegisterRow
    {
        public IQueryable<T> OfAgency(Guid agency) => rows.Where(row => row.AgencyId == agency);

        /// <summary>Those that are not void.</summary>
        public IQueryable<T> Valid => rows.Where(row => row.VoidedAt == null);

        /// <summary>The only filter of what the public may see of a register: published, not taken down, not void, not past its last day.</summary>
        public IQueryable<T> Public(DateOnly today) =>
            rows.Where(row => row.State == RowState.Published && row.VoidedAt == null && (row.PublicUntil == null || row.PublicUntil >= today));

        /// <summary>Those whose day of publication is known and not met.</summary>
        public IQueryable<T> Unpublished => rows.Where(row => row.VoidedAt == null && row.PublishBy != null && (row.State == RowState.Kept || row.State == RowState.InReview));
    }

    extension<T>(IQueryable<T> rows) where T : DecisionRow
    {
        /// <summary>Those that fell and are still public.</summary>
        public IQueryable<T> ToTakeDown => rows.Where(row => row.State == RowState.Published && row.VoidedAt == null && row.TakeDownBy != null);
    }
}
