using System.Text;

namespace Gongkai.Records.Search;

/// <summary>What the index is asked: all of the clauses, of each at least one of its ways, of a way every word.</summary>
/// <param name="Clauses">At least one.</param>
/// <param name="Today">From which the newest are counted.</param>
/// <param name="From">The first day of publication that counts.</param>
/// <param name="Until">The last.</param>
sealed record WordQuery(IReadOnlyList<IReadOnlyList<IReadOnlyCollection<string>>> Clauses, DateOnly Today, DateOnly? From = null, DateOnly? Until = null)
{
    public WordQuery And(params IEnumerable<IReadOnlyList<IReadOnlyCollection<string>>> more) => this with { Clauses = [.. Clauses, .. more] };

    /// <summary>As the store writes it. No word of ours holds a quote.</summary>
    public string Written(char quote, string and, string or)
    {
        var text = new StringBuilder();
        foreach (var (number, clause) in Clauses.Index())
        {
            text.Append(number == 0 ? "(" : $" {and} (");
            foreach (var (way, words) in clause.Index())
            {
                text.Append(way == 0 ? "(" : $" {or} (");
                foreach (var (at, word) in words.Index()) text.Append(at == 0 ? "" : $" {and} ").Append(quote).Append(word).Append(quote);
                text.Append(')');
            }
            text.Append(')');
        }
        return text.ToString();
    }
}
