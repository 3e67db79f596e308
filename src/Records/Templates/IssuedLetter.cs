using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Templates;

/// <summary>A letter that was written (出具的文书): for which record, with which version of the template, under which number, and the file that it is. It never changes.</summary>
public sealed class IssuedLetter : IRecord
{
    /// <summary>The kind under which its file lies in the store.</summary>
    public const string FileKind = "letter";

    /// <summary>A letter was written.</summary>
    public static Deed Issued { get; } = new("letter.issued", "出具文书");

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid AgencyId { get; init; }

    /// <summary>The code of the kind of letter, such as <c>task-order</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The record that it is about: a meeting, a task, a submission of a report.</summary>
    public required Guid AboutId { get; init; }

    /// <summary>The version of the template that it was written with.</summary>
    public required Guid TemplateId { get; init; }

    /// <summary>发文字号; <c>null</c> where it bears none.</summary>
    public string? Number { get; init; }

    /// <summary>Its Word file; the file names the letter as its owner.</summary>
    public required Guid FileId { get; init; }

    public required DateTimeOffset At { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<IssuedLetter>
    {
        public void Configure(EntityTypeBuilder<IssuedLetter> builder)
        {
            builder.ToTable("issued_letters");
            builder.Property(letter => letter.Kind).HasMaxLength(40);
            builder.Property(letter => letter.Number).HasMaxLength(60);
            builder.HasIndex(letter => letter.AboutId);
            builder.HasOne<Agency>().WithMany().HasForeignKey(letter => letter.AgencyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<LetterTemplate>().WithMany().HasForeignKey(letter => letter.TemplateId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(letter => letter.FileId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
