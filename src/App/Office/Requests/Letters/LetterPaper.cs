using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Shared.Letters;
using Gongkai.App.Ui;
using Gongkai.Documents.Templates;
using Gongkai.Documents.Templates.Requests;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Requests.Letters;

/// <summary>Makes of a drafted letter what its checks read and what is printed.</summary>
public sealed class LetterPaper(Store store, Vault vault, AgencySettings settings, LetterDesk desk, Site site)
{
    /// <summary>What a letter will say, with what the case and the law add to what was typed.</summary>
    public sealed record Paper(CaseLetter Letter, CaseFile File, LetterContent Content, AgencySettings.Held Settings, Agency Agency)
    {
        public RemedyPlaces Places => Settings.Places;

        /// <summary>Why it may not go out.</summary>
        public Impediment? ToIssue => LetterChecks.ToIssue(Content, Places);
    }

    /// <param name="on">成文日期, or today while it has none.</param>
    /// <param name="approved">Who has approved it; of a draft, who will have.</param>
    public async Task<Paper> Of(CaseLetter letter, CaseFile file, DateOnly on, Approval? approved = null)
    {
        var (request, clock, says) = (file.Request, file.Clock, letter.Says);
        var agency = await store.Agencies.AsNoTracking().SingleAsync(one => one.Id == request.AgencyId);
        var held = await settings.Of(agency, on);
        var places = held.Places;
        var enclosures = await store.AttachmentsOf(letter).Select(one => one.Name).ToListAsync();
        var search = await store.CaseSearches.AsNoTracking().Where(one => one.RequestId == request.Id && !one.Found).OrderByDescending(one => one.At).FirstOrDefaultAsync();
        var earlier = await store.CaseLetters.AsNoTracking().Where(one => one.RequestId == request.Id && one.State == LetterState.Served).ToListAsync();
        var asked = clock.Consultations.Where(one => one.With == Consultee.ThirdParty).ToList();

        EarlierLetter? Served(RequestLetter kind) => earlier.LastOrDefault(one => one.Kind == kind) is { } one ? new(one.Number ?? one.Kind.Facts.Title, one.SignedOn ?? one.ServedOn!.Value) : null;

        var content = new LetterContent
        {
            Letter = letter.Kind, On = on, Approved = approved ?? letter.Kind.Facts.Approval,
            // Without a channel for reconsideration online it cannot be served online; the desk says so when it is served.
            By = letter.ServedBy ?? (request.Wanted.Delivery is Delivery.Download or Delivery.Mail && places.Online is { Length: > 0 } ? Service.Electronically : Service.ByPost),
            Found = says.Found, Reasons = says.Reasons, WhyWhole = says.WhyWhole, Withheld = says.Withheld, Provision = says.Provision, Enclosures = enclosures, Secret = says.Secret,
            Norms = says.Norm is { } norm ? [norm] : [],
            Search = search is null ? null : new(Split(search.Places), Split(search.KeyWords), search.Searcher, search.On),
            ThirdParties = [.. asked.Where(one => one.Stance is not null).Select(one => one.Stance!.Value)], ThirdPartySilent = asked.Any(one => one.Answered is null && one.TermEnd(file.Calendar) < on),
            Responsible = says.Responsible, ResponsibleUnknown = says.ResponsibleUnknown,
            Earlier = letter.Kind switch
            {
                RequestLetter.NotCorrected or RequestLetter.StillUnclear => Served(RequestLetter.CorrectionNotice),
                RequestLetter.NotPaid => Served(RequestLetter.FeeNotice),
                RequestLetter.Excessive => Served(RequestLetter.ReasonsNotice),
                _ => says.Earlier,
            },
            Points = [.. says.Corrections.Select(one => one.Name), .. says.Points], Days = letter.Days ?? 0, Yuan = letter.Yuan ?? 0,
            Until = letter.Kind switch
            {
                RequestLetter.ExtensionNotice when letter.Days is { } days => clock.Extended ? clock.Due : clock.After(new CaseFact.Extended(on, days)).Due,
                RequestLetter.NotCorrected => clock.Correction?.Until,
                RequestLetter.NotPaid => clock.AwaitsUntil ?? clock.Due,
                RequestLetter.Withdrawn => clock.WithdrawnOn,
                _ => letter.Until,
            },
        }.Agreeing(places);
        return new(letter, file, content, held, agency);
    }

    /// <summary>The fields of the printed letter.</summary>
    /// <param name="number">发文字号; empty while it has none.</param>
    /// <param name="whole">With the applicant's name whole: on the letter that goes out. A preview shows what a list may show.</param>
    public async Task<IReadOnlyDictionary<string, string>> Values(Paper paper, string number, bool whole)
    {
        var (letter, request) = (paper.Letter, paper.File.Request);
        var to = letter.Says.Addressee ?? (whole && request.MaskedName is not null
            ? vault.Read(await store.RequestApplicants.Where(one => one.RequestId == request.Id).Select(one => one.Name).SingleAsync()) : request.MaskedName ?? "");
        return LetterValues.Of(paper.Content, new()
        {
            Agency = paper.Agency.Name, AgencyAddress = paper.Agency.Office.Address ?? "", Number = request.Number, Recipient = to, ToPerson = letter.Says.Addressee is null && request.Kind is ApplicantKind.Person,
            ReceivedOn = request.ReceivedOn, Asked = request.Wanted.Text, DueBefore = paper.File.Clock.Due, Channel = request.Channel.Name,
            Contact = paper.Settings.Contact, Telephone = paper.Settings.Telephone,
            // Until it goes out its code is worth nothing to anybody, and is not shown.
            VerificationCode = whole || letter.FileId is not null ? QueryCode.Written(letter.VerificationCode) : "（生成文书时写入）", VerificationAddress = site.Absolute(ApplicantMail.VerificationPath),
        }, number);
    }

    /// <summary>The letter as it goes out: filled in, and marked with its code and where that is looked up.</summary>
    /// <param name="bytes">What the template made of it.</param>
    public byte[] Marked(CaseLetter letter, byte[] bytes)
    {
        var (code, address) = (QueryCode.Written(letter.VerificationCode), site.Absolute(ApplicantMail.VerificationPath));
        return VerificationMark.On(bytes, code, $"核验码：{code}。扫描二维码，或者打开{address}填写核验码，可以核对本文书的真伪。", QrPicture.PngOf($"{address}?ma={code}"));
    }

    /// <summary>The paragraphs of a letter as the agency's template prints them, for the page.</summary>
    public async Task<IReadOnlyList<string>> Lines(Paper paper)
    {
        var values = await Values(paper, paper.Letter.Number ?? "", whole: false);
        // A draft has no date yet: it is that of the signature, and two versions do not differ by it.
        if (paper.Letter.SignedOn is null && values.ContainsKey("成文日期")) values = new Dictionary<string, string>(values) { ["成文日期"] = "（签发日期）" };
        return await desk.Preview(paper.Letter.Kind.Kind, values, paper.Letter.TemplateId);
    }

    static string[] Split(string text) => text.Split(['、', '，', '；', ';', ',', '\n', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
