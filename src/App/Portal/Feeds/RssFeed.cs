using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Disclosure.Channels;

namespace Gongkai.App.Portal.Feeds;

/// <summary>The newest as RSS 2.0, each with its summary.</summary>
static class RssFeed
{
    const string Atom = "http://www.w3.org/2005/Atom";

    public static async Task<IResult> Get(Store store, Site site, string? dw, string? lm)
    {
        if (await store.Scope(dw, lm) is not { } scope) return Results.NotFound();
        var entries = await FeedEntry.Of(store, site, await store.Newest(scope.Agency, scope.Column, JsonFeed.Most));
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(new Utf8(text), new XmlWriterSettings { CheckCharacters = false }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteStartElement("channel");
            Put(xml, "title", $"{(scope.Name.Length > 0 ? scope.Name : site.Name)}　政府信息公开");
            Put(xml, "link", site.Absolute("/zfxxgk/"));
            Put(xml, "description", "最近公开的政府信息");
            Put(xml, "language", "zh-cn");
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("href", site.Absolute(FeedRoutes.Rss));
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteEndElement();
            foreach (var entry in entries.Where(entry => entry.IsShown))
            {
                xml.WriteStartElement("item");
                Put(xml, "title", entry.Item.Title);
                Put(xml, "link", site.Absolute(entry.Path));
                xml.WriteStartElement("guid");
                xml.WriteAttributeString("isPermaLink", "false");
                xml.WriteString(entry.Item.Handle.ToString());
                xml.WriteEndElement();
                Put(xml, "pubDate", entry.Item.PublishedAt!.Value.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture));
                Put(xml, "category", entry.Change.Column.Name);
                Put(xml, "description", entry.Summary);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return Results.Text(text.ToString(), "application/rss+xml; charset=utf-8", Encoding.UTF8);
    }

    // XML has no way to write some signs; a title has no need of them.
    static void Put(XmlWriter xml, string name, string text) => xml.WriteElementString(name, string.Concat(text.Where(sign => XmlConvert.IsXmlChar(sign) || char.IsSurrogate(sign))));

    sealed class Utf8(StringBuilder to) : StringWriter(to, CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
