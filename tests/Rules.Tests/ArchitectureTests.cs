using System.Text.RegularExpressions;

namespace Gongkai.Rules.Tests;

/// <summary>Who may know whom. To change the architecture is to change these tables, in the same commit as a decision record.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>What the pages of every audience may know. Another audience's pages are not in it.</summary>
    static readonly string[] SharedByPages = ["Rules.*", "Documents.*", "Records.*", "App", "App.Access.*", "App.Ui.*", "App.Shared.*"];

    /// <summary>A folder, and the namespaces of ours that its files may name. The longest folder that fits a file counts; <c>.*</c> is a namespace and all below it.</summary>
    static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["src/Rules"] = ["Rules"],
        ["src/Rules/Organizations"] = ["Rules", "Rules.Organizations"],
        ["src/Rules/Access"] = ["Rules", "Rules.Access"],
        ["src/Rules/AnnualReports"] = ["Rules.*"],
        ["src/Rules/Numbers"] = ["Rules", "Rules.Numbers"],
        ["src/Rules/Registers"] = ["Rules", "Rules.Registers"],
        ["src/Rules/Reviews"] = ["Rules", "Rules.Reviews"],
        ["src/Rules/Disclosure"] = ["Rules", "Rules.Disclosure"],
        ["src/Rules/Requests"] = ["Rules", "Rules.Organizations", "Rules.Requests.*"],

        ["src/Documents"] = ["Rules.*", "Documents.*"],

        ["src/Records"] = ["Rules.*", "Records.*"],
        ["src/Records/Backups"] = ["Records", "Records.Trail", "Records.Backups"],
        ["src/Records/Trail"] = ["Records", "Records.Trail"],
        ["src/Records/Organizations"] = ["Rules", "Rules.Organizations", "Records", "Records.Trail", "Records.Organizations"],
        ["src/Records/Accounts"] = ["Rules", "Rules.Access", "Records", "Records.Trail", "Records.Organizations", "Records.Accounts"],
        ["src/Records/Numbers"] = ["Rules", "Rules.Numbers", "Records", "Records.Trail", "Records.Organizations", "Records.Numbers"],
        ["src/Records/Calendars"] = ["Rules", "Records", "Records.Trail", "Records.Organizations", "Records.Calendars"],
        ["src/Records/Views"] = ["Rules", "Records", "Records.Trail", "Records.Organizations", "Records.Accounts", "Records.Views"],
        ["src/Records/Jobs"] = ["Records", "Records.Trail", "Records.Accounts", "Records.Notices", "Records.Jobs"],
        ["src/Records/Notices"] = ["Rules", "Rules.Access", "Records", "Records.Trail", "Records.Accounts", "Records.Notices"],
        ["src/Records/AnnualReports"] = ["Rules.*", "Records", "Records.Trail", "Records.Organizations", "Records.Calendars", "Records.Requests.*", "Records.Reviews", "Records.Registers", "Records.AnnualReports"],
        ["src/Records/Files"] = ["Records", "Records.Trail", "Records.Organizations", "Records.Files"],
        ["src/Records/Drafts"] = ["Records", "Records.Trail", "Records.Accounts", "Records.Drafts"],
        ["src/Records/Templates"] = ["Records", "Records.Files", "Records.Organizations", "Records.Templates"],
        ["src/Records/Registers"] = ["Rules", "Rules.Access", "Rules.Disclosure", "Rules.Organizations", "Rules.Registers", "Records", "Records.Trail", "Records.Organizations", "Records.Calendars", "Records.Disclosure", "Records.Registers"],
        ["src/Records/Reviews"] = ["Rules", "Rules.Reviews", "Records", "Records.Trail", "Records.Organizations", "Records.Calendars", "Records.Requests.*", "Records.Reviews"],
        ["src/Records/Requests"] = ["Rules", "Rules.Requests.*", "Records", "Records.Trail", "Records.Organizations", "Records.Calendars", "Records.Files", "Records.Notices", "Records.Templates", "Records.Requests.*"],
        ["src/Records/Search"] = ["Rules", "Rules.Disclosure", "Records", "Records.Trail", "Records.Organizations", "Records.Files", "Records.Disclosure", "Records.Search"],
        ["src/Records/Disclosure"] = ["Rules", "Rules.Disclosure", "Records", "Records.Trail", "Records.Organizations", "Records.Calendars", "Records.Files", "Records.Search", "Records.Disclosure.*"],
        ["src/Records/Demo"] = ["Rules.*", "Records.*"],

        ["src/App"] = ["Rules.*", "Documents.*", "Records.*", "App.*"],
        ["src/App/Access"] = SharedByPages,
        ["src/App/Ui"] = SharedByPages,
        ["src/App/Shared"] = SharedByPages,
        ["src/App/Portal"] = [.. SharedByPages, "App.Portal.*"],
        ["src/App/Office"] = [.. SharedByPages, "App.Office.*"],
        ["src/App/Oversight"] = [.. SharedByPages, "App.Oversight.*"],
        ["src/App/Intranet"] = [.. SharedByPages, "App.Intranet.*"],
    };

    /// <summary>What a project exists to be without.</summary>
    static readonly Dictionary<string, string[]> Without = new()
    {
        ["src/Rules"] = ["Microsoft", "System.Net", "System.Data", "System.IO", "TimeProvider"],
        ["src/Documents"] = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "System.Data", "System.Net.Http", "TimeProvider"],
        ["src/Records"] = ["Microsoft.AspNetCore", "System.Net.Http", "TimeProvider"],
    };

    /// <summary>The references of the projects: of each other, and of packages.</summary>
    static readonly Dictionary<string, string[]> References = new()
    {
        ["Rules"] = [],
        ["Documents"] = ["Rules", "AngleSharp", "DocumentFormat.OpenXml", "HtmlSanitizer", "PdfPig", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies"],
        ["Records"] = ["Rules", "Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL", "Microsoft.EntityFrameworkCore.Design"],
        ["App"] = ["Records", "Documents", "MailKit", "Microsoft.AspNetCore.Authentication.OpenIdConnect", "Microsoft.AspNetCore.OpenApi", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "OpenTelemetry.Extensions.Hosting", "OpenTelemetry.Instrumentation.AspNetCore", "OxyPlot.Core", "QRCoder", "System.CommandLine"],
    };

    /// <summary>Domains of Rules and Records that are folders need a row of their own, so that nobody moves in unseen.</summary>
    static readonly string[] Divided = ["src/Rules", "src/Records"];

    const int LongestFile = 250;

    [Fact]
    public void Nobody_names_whom_it_may_not_know()
    {
        var offences =
            from file in Sources("src")
            let allowed = MayKnow[Row(MayKnow.Keys, file.Path)!]
            from line in file.Lines
            from used in NamespacesIn(line)
            where !allowed.Any(name => Covers(name, used))
            select $"{file.Path}: {line.Trim()}";
        None(offences);
    }

    /// <summary>What opens the way to the public is made in one place (decision 0062).</summary>
    [Fact]
    public void One_road_leads_to_the_public() =>
        None(
            from file in Sources("src")
            from line in file.Lines
            where Regex.IsMatch(line, @"PassedReview\.Of\(|new PassedReview|ItemState\.Published, IndexNumber|\bitem\.Publish\(")
            where file.Path is not ("src/Records/Disclosure/Publishing.cs" or "src/Records/Disclosure/PublishingMany.cs" or "src/Records/Disclosure/PassedReview.cs" or "src/Records/Disclosure/InformationItem.cs")
            select $"{file.Path}: {line.Trim()}");

    [Fact]
    public void A_folder_is_a_namespace() =>
        None(
            from file in Sources("src", "tests", "bench")
            where file.Path.EndsWith(".cs", StringComparison.Ordinal)
            let stated = file.Lines.Select(line => NamespaceLine().Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value
            where stated is not null && stated != NamespaceOf(file.Path)
            select $"{file.Path}: namespace {stated}, not {NamespaceOf(file.Path)}");

    [Fact]
    public void Every_domain_has_its_row() =>
        None(
            from file in Sources(Divided)
            let folders = file.Path.Split('/')
            where folders.Length > 3 && !MayKnow.ContainsKey(string.Join('/', folders[..3]))
            select file.Path);

    [Fact]
    public void A_project_does_without_what_it_exists_to_be_without() =>
        None(
            from file in Sources([.. Without.Keys])
            from word in Without[Row(Without.Keys, file.Path)!]
            from line in file.Lines
            where Regex.IsMatch(line, $@"(^\s*@?using\s+(static\s+|\w+\s*=\s*)?{Regex.Escape(word)}\b)|(^[^/]*\b{Regex.Escape(word)}\.\w)|(\b{Regex.Escape(word)}\s+\w+\s*[,)=;])")
            select $"{file.Path}: {line.Trim()}");

    [Theory, InlineData("Rules"), InlineData("Documents"), InlineData("Records"), InlineData("App")]
    public void A_project_references_what_the_table_says(string project)
    {
        var text = File.ReadAllText(Path.Combine(Snapshot.Root, $"src/{project}/{project}.csproj"));
        var found = Reference().Matches(text).Select(match => Path.GetFileNameWithoutExtension(match.Groups[1].Value) is var name && match.Value.Contains("Project", StringComparison.Ordinal) ? name : match.Groups[1].Value);

        Assert.Equal(References[project].Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_can_be_read_in_one_sitting() =>
        None(
            from file in Sources("src", "tests", "bench")
            where file.Lines.Length > LongestFile
            select $"{file.Path}: {file.Lines.Length} lines; split it by chapter");

    [Fact]
    public void Every_public_type_says_what_it_is() =>
        None(
            from file in Sources("src")
            where file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal)
            from number in Enumerable.Range(0, file.Lines.Length)
            where PublicType().IsMatch(file.Lines[number]) && !Documented(file, number)
            select $"{file.Path}:{number + 1}: {file.Lines[number]}");

    [Fact]
    public void No_name_says_nothing() =>
        None(
            from file in Sources("src")
            from line in file.Lines
            where EmptyName().IsMatch(line)
            select $"{file.Path}: {line.Trim()}");

    static void None(IEnumerable<string> offences)
    {
        var all = offences.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
