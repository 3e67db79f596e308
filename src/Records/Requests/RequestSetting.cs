using Gongkai.Records.Organizations;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Records.Requests;

/// <summary>Which part of the settings a row is; each part is set by itself.</summary>
public enum SettingPart
{
    /// <summary>Where a decision is contested.</summary>
    Remedy,

    /// <summary>Whom letters name for questions.</summary>
    Contact,

    /// <summary>What the law leaves open.</summary>
    Terms,
}

/// <summary>A setting of an agency for requests (依申请公开设置), from a day on. What held before stays: a letter of an older day is written with the setting of its day.</summary>
public sealed class RequestSetting : IRecord
{
    public static Deed Set { get; } = new("request.setting", "修改依申请公开设置");

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Revision { get; private set; }
    public required Guid AgencyId { get; init; }
    public required SettingPart Part { get; init; }

    /// <summary>The first day for which it holds; of several of one day, the last that was set.</summary>
    public required DateOnly From { get; init; }

    // 复议、诉讼

    /// <summary>行政复议机关.</summary>
    public string? Reconsideration { get; init; }

    public string? ReconsiderationAddress { get; init; }

    /// <summary>有管辖权的人民法院.</summary>
    public string? Court { get; init; }

    public string? CourtAddress { get; init; }

    /// <summary>互联网复议渠道.</summary>
    public string? Online { get; init; }

    // 联系

    public string? Contact { get; init; }
    public string? Telephone { get; init; }

    // 法律未定的事项

    /// <summary>Requests over the internet are confirmed by the office and not by the receipt on the screen.</summary>
    public bool? ConfirmedByOffice { get; init; }

    /// <summary>补正期限 that is proposed, in working days.</summary>
    public int? CorrectionDays { get; init; }

    public AfterPayment? AfterPayment { get; init; }

    /// <summary>依据 or 理由.</summary>
    public required string Why { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string ByName { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<RequestSetting>
    {
        public void Configure(EntityTypeBuilder<RequestSetting> builder)
        {
            builder.ToTable("request_settings");
            builder.Property(one => one.Reconsideration).HasMaxLength(100);
            builder.Property(one => one.ReconsiderationAddress).HasMaxLength(200);
            builder.Property(one => one.Court).HasMaxLength(100);
            builder.Property(one => one.CourtAddress).HasMaxLength(200);
            builder.Property(one => one.Online).HasMaxLength(300);
            builder.Property(one => one.Contact).HasMaxLength(100);
            builder.Property(one => one.Telephone).HasMaxLength(100);
            builder.Property(one => one.Why).HasMaxLength(500);
            builder.Property(one => one.ByName).HasMaxLength(100);
            builder.HasIndex(one => new { one.AgencyId, one.Part, one.From });
            builder.HasOne<Agency>().WithMany().HasForeignKey(one => one.AgencyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The questions that are asked about settings.</summary>
public static class RequestSettingQueries
{
    extension(SettingPart part)
    {
        public string Name => part switch { SettingPart.Remedy => "复议机关和法院", SettingPart.Contact => "联系人和电话", SettingPart.Terms => "确认收到、补正和缴费" };
    }

    extension(IEnumerable<RequestSetting> all)
    {
        /// <summary>What holds of a part on a day; <c>null</c>: nothing was set for it.</summary>
        public RequestSetting? On(SettingPart part, DateOnly day) => all.Where(one => one.Part == part && one.From <= day).OrderBy(one => one.From).ThenBy(one => one.At).ThenBy(one => one.Id).LastOrDefault();

        /// <summary>What holds where the law leaves a term open, from each day on.</summary>
        public IReadOnlyList<RequestTerms> Terms =>
            [.. from one in all
                where one.Part == SettingPart.Terms
                group one by one.From into day
                let last = day.OrderBy(one => one.At).ThenBy(one => one.Id).Last()
                select new RequestTerms(day.Key, last.CorrectionDays ?? RequestTerms.Usual.CorrectionDays, last.AfterPayment ?? RequestTerms.Usual.AfterPayment)];
    }

    extension(Store store)
    {
        public Task<List<RequestSetting>> SettingsOf(Guid agency) => store.RequestSettings.AsNoTracking().Where(one => one.AgencyId == agency).OrderByDescending(one => one.From).ThenByDescending(one => one.At).ToListAsync();

        public async Task<IReadOnlyList<RequestTerms>> TermsOf(Guid agency) => (await store.RequestSettings.AsNoTracking().Where(one => one.AgencyId == agency && one.Part == SettingPart.Terms).ToListAsync()).Terms;
    }
}
