using Gongkai.App.Access;
using Gongkai.App.Shared.Files;
using Gongkai.App.Ui;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Templates;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Numbers;
using Gongkai.Records.Templates;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Shared.Letters;

/// <summary>Writes letters with the templates of the current desk's agency. A record that has a letter keeps the template's id, and with it its old text.</summary>
public sealed class LetterDesk(Store store, FileStore files, Uploads uploads, Me me, TimeProvider time)
{
    /// <summary>What a letter is about, and what stands in it.</summary>
    /// <param name="Id">The record.</param>
    /// <param name="Subject">In words, such as 2025年度报告; the file is called so, and the register of numbers says it.</param>
    /// <param name="Values">The fields, given the number that it bears; empty for none.</param>
    public sealed record Matter(Guid Id, string Subject, Func<string, IReadOnlyDictionary<string, string>> Values);

    /// <summary>Templates are read by whoever manages them.</summary>
    public static OwnedFiles Owned { get; } = new(LetterTemplate.FileKind, (_, me, _) => Task.FromResult(me.May(Permission.ManageSettings)));

    /// <summary>The version with which the next letter is written; <c>null</c> while it would be the one that comes with the program.</summary>
    public Task<LetterTemplate?> Current(LetterKind kind) =>
        store.LetterTemplates.AsNoTracking().OfAgency(me.Agency).OfKind(kind.Code).Current.SingleOrDefaultAsync();

    /// <summary>Writes a letter with the current version, and says which that was: store its id with the record.</summary>
    /// <remarks>The program's own text becomes a version of the agency's with its first letter, so that a later program does not change it.</remarks>
    public async Task<(byte[] Docx, Guid Template)> Write(LetterKind kind, IReadOnlyDictionary<string, string> values)
    {
        var template = await Ready(kind);
        return (Letter.Write(await Bytes(template), values), template.Id);
    }

    /// <summary>Writes a letter and keeps it, with its template's version and its number, as one act.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="matter">What it is about.</param>
    /// <param name="series">Where its number is taken; <c>null</c> for a letter without one.</param>
    /// <exception cref="NoRoomException">The disk is nearly full: answer 507 with its message.</exception>
    public async Task<IssuedLetter> Issue(LetterKind kind, Matter matter, NumberSeries? series = null)
    {
        var template = await Ready(kind);
        var act = me.Does(IssuedLetter.Issued, kind.Name);
        IssuedLetter letter = null!;
        await store.Write(act, async () =>
        {
            var number = series is null ? null : (await store.TakeNumber(series, new(time.Today, Short(matter.Subject), matter.Id), act)).Text;
            var id = Guid.CreateVersion7();
            var file = await uploads.Keep(Letter.Write(await Bytes(template), matter.Values(number ?? "")), $"{Short(matter.Subject)}.docx", Allowance.Attachment, (IssuedLetter.FileKind, id));
            letter = new() { Id = id, AgencyId = me.Agency, Kind = kind.Code, AboutId = matter.Id, TemplateId = template.Id, Number = number, FileId = file.Id, At = time.Now };
            store.Add(letter);
        });
        return letter;
    }

    /// <summary>The letters that were written for these records, the newest first, with their files. Whoever may see a record may see its letters.</summary>
    public async Task<IReadOnlyList<(IssuedLetter Letter, StoredFile File)>> Of(params IReadOnlyCollection<Guid> records) =>
        [.. (await (from letter in store.IssuedLetters.AsNoTracking()
                    join file in store.Files.AsNoTracking() on letter.FileId equals file.Id
                    where records.Contains(letter.AboutId)
                    orderby letter.At descending, letter.Id descending
                    select new { letter, file }).ToListAsync()).Select(row => (row.letter, row.file))];

    /// <summary>Where a letter's number can be taken (文种).</summary>
    public async Task<IReadOnlyList<NumberSeries>> Series() =>
        await store.NumberSeries.AsNoTracking().Where(series => series.AgencyId == me.Agency && series.ClosedAt == null).OrderBy(series => series.Name).ToListAsync();

    static string Short(string subject) => subject.Length <= 80 ? subject : subject[..80];

    async Task<LetterTemplate> Ready(LetterKind kind)
    {
        var template = await Current(kind);
        if (template is null || template.Supplied && !(await Bytes(template)).AsSpan().SequenceEqual(DefaultTemplate.Of(kind)))
            template = await Add(kind, DefaultTemplate.Of(kind), kind.Name + ".docx", "系统自带", supplied: true);
        return template;
    }

    /// <summary>Writes a letter again, with the version that it was written with first.</summary>
    public async Task<byte[]> Write(Guid template, IReadOnlyDictionary<string, string> values) =>
        Letter.Write(await Bytes(await store.LetterTemplates.AsNoTracking().OfAgency(me.Agency).SingleAsync(one => one.Id == template)), values);

    /// <summary>What a letter would say, paragraph by paragraph, with the agency's own template as it will be written; nothing is kept.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="template">The version of a letter that was written already; of others the current one.</param>
    public async Task<IReadOnlyList<string>> Preview(LetterKind kind, IReadOnlyDictionary<string, string> values, Guid? template = null)
    {
        var version = template is { } written ? await store.LetterTemplates.AsNoTracking().SingleAsync(one => one.Id == written) : await Current(kind);
        // The program's own text of another day is replaced with the next letter that is written.
        return Letter.Text(Letter.Write(version is null || template is null && version.Supplied ? DefaultTemplate.Of(kind) : await Bytes(version), values));
    }

    /// <summary>Takes a checked template in as the next version.</summary>
    /// <exception cref="RefusedFileException">It is no Word file, or one that could do harm.</exception>
    public async Task<LetterTemplate> Add(LetterKind kind, byte[] bytes, string name, string note, bool supplied = false)
    {
        var id = Guid.CreateVersion7();
        var file = await uploads.Keep(bytes, name, Allowance.Template, (LetterTemplate.FileKind, id));
        LetterTemplate template = null!;
        await store.Write(me.Does(supplied ? LetterTemplateQueries.Supplied : LetterTemplateQueries.Uploaded, note), async () =>
        {
            // The chain is locked: nobody else of this agency counts at the same time.
            var last = await store.LetterTemplates.LastVersion(me.Agency, kind.Code);
            template = LetterTemplate.Next(id, file.Id, me.Agency, kind.Code, last, note, supplied, time.GetUtcNow());
            store.Add(template);
        });
        return template;
    }

    /// <summary>The Word file of a version.</summary>
    public async Task<byte[]> Bytes(LetterTemplate template) => files.Read(await store.Files.AsNoTracking().SingleAsync(file => file.Id == template.FileId));
}
