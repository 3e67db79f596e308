using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Registers;

/// <summary>The rows of a register as open data: the same that the page shows, with the same masks.</summary>
static class RegisterData
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapRegisters(this IEndpointRouteBuilder portal)
    {
        string[] read = [HttpMethods.Get, HttpMethods.Head];
        portal.MapMethods($"/zfxxgk/{PublicRegister.Route}/sj.csv", read, AsCsv).WithMetadata(new PublishedAttribute(PublicRegister.KeyYear, PublicRegister.KeyFrom, PublicRegister.KeyUntil, PublicRegister.KeyWords, PublicRegister.KeyType, PublicRegister.KeyUnit));
        portal.MapMethods($"/zfxxgk/{PublicRegister.Route}/sj.json", read, AsJson).WithMetadata(new PublishedAttribute(PublicRegister.KeyYear, PublicRegister.KeyFrom, PublicRegister.KeyUntil, PublicRegister.KeyWords, PublicRegister.KeyType, PublicRegister.KeyUnit));
    }

    static async Task<IResult> AsCsv(HttpContext context, Store store, TimeProvider time, string register)
    {
        if (PublicRegister.Of(register, context.Request.Query) is not { } asked) return Results.NotFound();
        var found = await asked.Find(store, time.Today);
        var names = await store.Agencies.AsNoTracking().ToDictionaryAsync(agency => agency.Id, agency => agency.Name);
        var fields = asked.Fields;
        await context.Response.Send(new(asked.Kind.Name, [], [.. fields.Select(field => field.Label), "公开单位", "公开日期"],
            found.All().Select(IReadOnlyList<Cell> (row) => [.. fields.Select(field => CellOf(field, row)), names.GetValueOrDefault(row.AgencyId), row.PublishedAt])), SheetFormat.Csv, register);
        return Results.Empty;
    }

    static async Task<IResult> AsJson(HttpContext context, Store store, TimeProvider time, string register)
    {
        if (PublicRegister.Of(register, context.Request.Query) is not { } asked) return Results.NotFound();
        var found = await asked.Find(store, time.Today);
        var names = await store.Agencies.AsNoTracking().ToDictionaryAsync(agency => agency.Id, agency => agency.Name);
        var fields = asked.Fields;
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.Body, Readable);
        json.WriteStartObject();
        json.WriteString("register", asked.Kind.Name);
        json.WriteStartObject("fields");
        foreach (var field in fields) json.WriteString(NameOf(field), field.Label);
        json.WriteEndObject();
        json.WriteStartArray("rows");
        await foreach (var row in found.All())
        {
            json.WriteStartObject();
            foreach (var field in fields)
                if (field.Read(row) is decimal number) json.WriteNumber(NameOf(field), number);
                else json.WriteString(NameOf(field), field.Shown(row));
            json.WriteString("unit", names.GetValueOrDefault(row.AgencyId));
            json.WriteString("published", row.PublishedAt!.Value);
            json.WriteString("path", $"{asked.Path}{row.Handle}.html");
            json.WriteEndObject();
            if (json.BytesPending > 32_768) await json.FlushAsync();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync();
        return Results.Empty;
    }

    // The exchange's own name, where it has one.
    static string NameOf(RegisterField field) => field.Code ?? field.Key;

    static Cell CellOf(RegisterField field, RegisterRow row) => field.Read(row) switch { DateOnly day => day, decimal number => number, _ => field.Shown(row) };
}
