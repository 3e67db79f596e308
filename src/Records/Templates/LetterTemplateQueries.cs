using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Templates;

/// <summary>The questions that are asked about templates, and the acts that happen to them.</summary>
public static class LetterTemplateQueries
{
    /// <summary>A new version came.</summary>
    public static Deed Uploaded { get; } = new("template.uploaded", "上传文书模板");

    /// <summary>A version is used no more.</summary>
    public static Deed Withdrawn { get; } = new("template.withdrawn", "停用文书模板");

    /// <summary>The one that came with the program was taken for the first letter.</summary>
    public static Deed Supplied { get; } = new("template.supplied", "启用系统自带文书模板");

    extension(IQueryable<LetterTemplate> templates)
    {
        public IQueryable<LetterTemplate> OfAgency(Guid agency) => templates.Where(template => template.AgencyId == agency);

        public IQueryable<LetterTemplate> OfKind(string kind) => templates.Where(template => template.Kind == kind);

        /// <summary>Of each kind the highest version that is in use: with it the next letter is written.</summary>
        public IQueryable<LetterTemplate> Current => templates.Where(template => template.WithdrawnAt == null && !templates.Any(later =>
            later.AgencyId == template.AgencyId && later.Kind == template.Kind && later.Version > template.Version && later.WithdrawnAt == null));

        /// <summary>The highest version of a kind, in use or not; 0 for none.</summary>
        public async Task<int> LastVersion(Guid agency, string kind) =>
            await templates.OfAgency(agency).OfKind(kind).MaxAsync(template => (int?)template.Version) ?? 0;
    }
}
