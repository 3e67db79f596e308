using Gongkai.Records.Search;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Gongkai.Bench;

/// <summary>What search is compared with: Lucene.Net's bigrams (<c>CJKAnalyzer</c>), a phrase for each term, all of them wanted, the best twenty by its own score.</summary>
sealed class LuceneIndex : IDisposable
{
    const LuceneVersion Version = LuceneVersion.LUCENE_48;

    readonly FSDirectory directory;
    readonly CJKAnalyzer analyzer = new(Version);
    DirectoryReader? reader;
    IndexSearcher? searcher;

    public LuceneIndex(string folder) => directory = FSDirectory.Open(folder);

    public long Size => directory.ListAll().Sum(directory.FileLength);

    public void Build(IEnumerable<SearchEntry> items)
    {
        using var writer = new IndexWriter(directory, new(Version, analyzer) { RAMBufferSizeMB = 256 });
        foreach (var item in items)
            writer.AddDocument([new StringField("id", item.ItemId.ToString(), Field.Store.YES), new TextField("title", item.Title, Field.Store.YES), new TextField("text", $"{item.Title}\n{item.DocumentNumber}\n{item.Issuer}\n{item.Body}", Field.Store.YES)]);
        writer.ForceMerge(1);
    }

    public void Open()
    {
        reader = DirectoryReader.Open(directory);
        searcher = new(reader);
    }

    /// <summary>The best twenty with their texts, and how many there are.</summary>
    public int Ask(string words)
    {
        var all = new BooleanQuery();
        foreach (var term in words.Split(' '))
        {
            var phrase = new PhraseQuery();
            foreach (var token in Tokens(term)) phrase.Add(new Term("text", token));
            all.Add(phrase.GetTerms() is [var single] ? new TermQuery(single) : phrase, Occur.MUST);
        }
        var found = searcher!.Search(all, 20);
        foreach (var hit in found.ScoreDocs) _ = searcher.Doc(hit.Doc).Get("text");
        return found.TotalHits;
    }

    List<string> Tokens(string term)
    {
        using var stream = analyzer.GetTokenStream("text", term);
        var word = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        List<string> tokens = [];
        while (stream.IncrementToken()) tokens.Add(word.ToString());
        stream.End();
        return tokens;
    }

    public void Dispose()
    {
        reader?.Dispose();
        analyzer.Dispose();
        directory.Dispose();
    }
}
