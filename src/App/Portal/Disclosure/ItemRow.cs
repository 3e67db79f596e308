using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Rules.Disclosure;

namespace Gongkai.App.Portal.Disclosure;

/// <summary>One line of a list of what is disclosed: on the page, in a file, in the open data.</summary>
public sealed record ItemRow(
    Guid Id, Handle Handle, string Column, string ColumnName, string? IndexNumber, string Title, string? DocumentNumber, string Issuer, Genre Genre, DateOnly FormedOn, DateTimeOffset PublishedAt, DateTimeOffset ChangedAt,
    Validity Marked, DateOnly? EffectiveOn, DateOnly? EndsOn, string? Summary, string? Keywords, string? Topic)
{
    public string Path => ItemAddress.Of(Column, PublishedAt, Handle);

    public Validity Validity(DateOnly today) => Marked.On(today, EffectiveOn, EndsOn);
}

/// <summary>How lists are read.</summary>
public static class ItemRows
{
    extension(Store store)
    {
        /// <summary>As lines, each with the column that it stands in; the newest first, as in <see cref="Items.NewestFirst"/>.</summary>
        public IQueryable<ItemRow> Rows(IQueryable<InformationItem> items) =>
            from item in items
            join column in store.Columns on item.ColumnId equals column.Id
            orderby item.PublishedAt descending, item.Id descending
            select new ItemRow(item.Id, item.Handle, column.Slug, column.Name, item.IndexNumber, item.Title, item.DocumentNumber, item.Issuer, item.Genre, item.FormedOn, item.PublishedAt!.Value, item.ChangedAt,
                item.Validity, item.EffectiveOn, item.EndsOn, item.Summary, item.Keywords, item.Topic);
    }

    extension(IQueryable<InformationItem> items)
    {
        /// <summary>Those that have a validity on a day, as <see cref="Validities.On"/> says it.</summary>
        public IQueryable<InformationItem> With(Validity validity, DateOnly today)
        {
            var alive = items.Where(item => item.EndsOn == null || item.EndsOn >= today);
            return validity switch
            {
                Validity.Unmarked or Validity.Repealed => items.Where(item => item.Validity == validity),
                Validity.Lapsed => items.Where(item => item.Validity == Validity.Lapsed || item.EndsOn < today && item.Validity != Validity.Repealed && item.Validity != Validity.Unmarked),
                Validity.NotYet => alive.Where(item => item.EffectiveOn > today && item.Validity != Validity.Repealed && item.Validity != Validity.Unmarked && item.Validity != Validity.Lapsed),
                Validity.InForce => alive.Where(item => (item.EffectiveOn == null || item.EffectiveOn <= today) && (item.Validity == Validity.InForce || item.Validity == Validity.NotYet)),
                Validity.Amended or Validity.PartlyLapsed => alive.Where(item => (item.EffectiveOn == null || item.EffectiveOn <= today) && item.Validity == validity),
            };
        }
    }
}
