using Gongkai.Rules.Disclosure;

namespace Gongkai.Records.Search;

/// <summary>A possible hit, looked at: whether it holds every term, and how well it answers.</summary>
sealed class Looked(Candidate item, IReadOnlyList<Term> terms, SearchScope scope, string? number)
{
    // What a text of usual length has; only relations matter.
    const double UsualLength = 800;

    readonly Folded title = Folded.Of(item.Title);
    IReadOnlyList<Folded>? parts;
    int? level;
    IndexedItem? row;
    PackedText? text;

    public long Key => item.Key;
    public bool IsOver => item.Validity.IsOver;

    /// <summary>After <see cref="Read"/>.</summary>
    public IndexedItem Item => row!;

    /// <summary>4: the very document number; 3: the very title; 2: the title has the terms as they were typed; 1: the title has them all; 0: the text has.</summary>
    public int Level => level ??= Leveled();

    /// <summary>Whether it is a hit whatever its text says.</summary>
    public bool IsSure => Level == 4 || (Level > 0 && scope is (SearchScope.Everything or SearchScope.Title));

    int Leveled()
    {
        if (number is not null && NumberKey.Of(item.DocumentNumber) == number) return 4;
        if (terms.Count == 0 || !terms.All(term => term.Ways.Any(title.Has))) return 0;
        var whole = string.Concat(terms.Select(term => term.Text));
        return title.Text == whole ? 3 : title.Has(whole) ? 2 : 1;
    }

    /// <summary>Without the text: how fresh it is, what its title and its keywords say, and whether it is, by its title, a rule in force rather than what follows from it every quarter.</summary>
    public double Standing(DateOnly today) =>
        terms.Count(term => term.Ways.Any(title.Has)) / (double)Math.Max(1, terms.Count)
        + (item.Keywords is { } keywords && Folded.Of(keywords) is var words && terms.Any(term => term.Ways.Any(words.Has)) ? .5 : 0)
        + (Level > 0 && item.Genre.IsPolicy && !item.Validity.IsOver ? .5 : 0)
        + 1 / (1 + Math.Max(0, today.DayNumber - IndexedItem.DayOf(item.Key).DayNumber) / 1000d);

    /// <summary>How much of it is about the terms; after <see cref="Read"/>.</summary>
    public double Weight()
    {
        double weight = 0, length = parts!.Sum(part => part.Text.Length);
        foreach (var term in terms)
        {
            var times = 0;
            foreach (var part in parts!)
                foreach (var way in term.Ways)
                    for (var at = part.Find(way); at >= 0 && times < 50; at = part.Find(way, at + way.Length)) times++;
            weight += times / (times + .3 + .9 * length / UsualLength);
        }
        return weight / Math.Max(1, terms.Count);
    }

    /// <summary>Reads its text; only then it is known whether it holds the terms.</summary>
    public void Read(IndexedItem known, PackedText read)
    {
        (row, text) = (known, read);
        parts =
        [
            title,
            .. from part in (IEnumerable<string?>)[item.DocumentNumber, known.IndexNumber, known.Issuer, item.Keywords, read.Body, .. read.Attachments.SelectMany(file => (string[])[file.Name, file.Text])]
               where part is not (null or "")
               select Folded.Of(part),
        ];
    }

    /// <summary>Whether it holds every term, and not merely all of their pairs.</summary>
    public bool Holds => scope switch
    {
        _ when Level == 4 => true,
        SearchScope.Title => Has(item.Title),
        SearchScope.DocumentNumber => Has(item.DocumentNumber),
        SearchScope.IndexNumber => Has(row!.IndexNumber),
        _ => terms.All(term => term.InTitles ? title.Has(term.Text) : parts!.Any(part => term.Ways.Any(part.Has))),
    };

    public SearchHit Hit()
    {
        var marks = terms.SelectMany(term => term.Ways).Where(way => !Bigrams.IsSingle(way)).Distinct().ToList();
        var singles = terms.Where(term => term.InTitles).Select(term => term.Text);
        var (passage, attachment) = Passages.Best(text!, marks);
        return new()
        {
            ItemId = row!.ItemId, Item = row, Passage = passage, Attachment = attachment,
            Title = Passages.Mark(item.Title, [.. marks, .. singles]),
            DocumentNumber = Level == 4 ? [new(item.DocumentNumber!, true)] : Passages.Mark(item.DocumentNumber ?? "", [.. marks, .. scope is SearchScope.DocumentNumber ? singles : []]),
        };
    }

    bool Has(string? field) => field is not null && Folded.Of(field) is var folded && terms.All(term => term.Ways.Any(folded.Has));
}
