using System.Text.Json;
using Gongkai.App.Access;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Ui;
using Gongkai.Documents.Redaction;
using Gongkai.Records;
using Gongkai.Records.Files;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Redactions;

/// <summary>Makes what goes out of a file that is disclosed in part (生成公开版), searches it for what was covered, and keeps it with its certificate; or keeps the certificate alone.</summary>
/// <remarks>A node does one job at a time, so it makes one such file at a time.</remarks>
public sealed class ReleaseWork(FileStore files, Scanner scanner, TimeProvider time) : IJobKind
{
    sealed record Order(Guid Redaction);

    public const string Kind = "requests.release";

    public string Code => Kind;
    public string Name => "生成公开版";
    public string About => "把区分处理标出的地方涂黑，生成公开文件，并检查其中没有被遮盖的内容。";
    public Permission Permission => Permission.HandleRequests;
    public bool Repeats => true;
    public string? ParametersFor(Me me) => null;

    public static string Parameters(CaseRedaction redaction) => JsonSerializer.Serialize(new Order(redaction.Id));

    public async Task<string> Run(JobRun run, CancellationToken cancelled)
    {
        var order = run.Parameters<Order>();
        await using var store = run.Open();
        if (await store.CaseRedactions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == order.Redaction, cancelled) is not { DroppedAt: null } redaction || redaction.AgencyId != run.Job.AgencyId)
            throw new JobRefusedException("这份文件的区分处理已经停止，没有生成公开版。");
        var places = await store.PlacesOf(redaction.Id);
        if (places is []) throw new JobRefusedException("还没有标出要遮盖的地方；整份可以公开的，请直接附到予以公开的答复上。");
        var source = await store.Files.AsNoTracking().SingleAsync(file => file.Id == redaction.SourceId, cancelled);
        var made = Made(source, RedactionDesk.Plan(redaction, places), run, cancelled);
        var clean = made.Certificate.IsClean && made.Released is not null;
        var act = new Act(clean ? RedactionDeeds.Released : RedactionDeeds.Leaked, new(run.Job.OwnerId, run.Job.OwnerName, "后台任务"), time.Now, redaction.AgencyId);
        var file = clean ? await Kept(store, made.Released!, redaction, act) : null;
        store.Add(new CaseRelease
        {
            RedactionId = redaction.Id, OfRevision = redaction.Revision, SourceHash = made.Certificate.Source, PlanHash = made.Certificate.Plan, ReleasedHash = made.Certificate.Released,
            Certificate = made.Certificate.ToJson(), Index = made.Index.ToJson(), Places = places.Count, Leaks = made.Certificate.Findings.Count, FileId = file?.Id, ByName = run.Job.OwnerName, At = act.At,
        });
        await store.Save(act);
        return clean ? $"已生成公开版，遮盖 {places.Count} 处，检查没有发现被遮盖的内容。"
            : throw new JobRefusedException($"检查没有通过，没有生成公开版：{string.Join("", made.Certificate.Findings.Take(3).Select(finding => finding.Words))}");
    }

    Redacted Made(StoredFile source, RedactionPlan plan, JobRun run, CancellationToken cancelled)
    {
        try
        {
            return Redactor.Redact(files.Read(source), source.Name, plan, time.Now, (done, all) =>
            {
                cancelled.ThrowIfCancellationRequested();
                run.Count(done, all, "页");
            });
        }
        catch (RedactionRefusedException refused)
        {
            throw new JobRefusedException(refused.Message);
        }
        catch (AlteredFileException)
        {
            throw new JobRefusedException("拟公开文件已损坏或者丢失，请重新上传原件后再试。");
        }
    }

    // Called after the case, not after the original: the name of a file tells what is in it.
    async Task<StoredFile> Kept(Store store, byte[] released, CaseRedaction redaction, Act act)
    {
        var number = await store.Requests.Where(request => request.Id == redaction.RequestId).Select(request => request.Number).SingleAsync();
        var before = await store.CaseRedactions.CountAsync(one => one.RequestId == redaction.RequestId && one.BegunAt < redaction.BegunAt);
        var verdict = await scanner.Scan(released);
        if (verdict is Scan.Infected) throw new JobRefusedException("生成的文件未通过安全检查，没有保存；请检查原件后再试。");
        try
        {
            var file = StoredFile.Of(files.Put(released), $"公开文件{(before == 0 ? "" : $" {before + 1}")}（{number}）.pdf", "application/pdf", (CaseRelease.FileKind, redaction.Id), redaction.AgencyId, verdict, act.At, act.By.Name);
            store.Add(file);
            return file;
        }
        catch (NoRoomException full)
        {
            throw new JobRefusedException(full.Message);
        }
    }
}
