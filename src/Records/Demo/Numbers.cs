namespace Gongkai.Records.Demo;

/// <summary>A stream of numbers that look drawn and are the same on every machine and in every year (SplitMix64).</summary>
sealed class Numbers
{
    ulong state;

    Numbers(ulong seed) => state = seed;

    /// <summary>The stream that belongs to one agency, one year and one purpose, so that more of one never shifts another.</summary>
    public static Numbers For(string code, int year, string purpose) =>
        new($"{code}/{year}/{purpose}".Aggregate(14695981039346656037, (hash, c) => unchecked((hash ^ c) * 1099511628211)));

    /// <summary>A number from the least to the most, both included.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>About so many: from three quarters of it to five quarters.</summary>
    public int About(int usual) => Between(usual * 3 / 4, usual * 5 / 4);

    /// <summary>One of the keys, each as often as its weight says.</summary>
    public string Among(IReadOnlyList<(string Key, int Weight)> choices)
    {
        var left = Between(1, choices.Sum(choice => choice.Weight));
        return choices.First(choice => (left -= choice.Weight) <= 0).Key;
    }

    /// <summary>One of some things, each as often as its weight says.</summary>
    public T Among<T>((T What, int Weight)[] choices)
    {
        var all = 0;
        foreach (var (_, weight) in choices) all += weight;
        var left = Between(1, all);
        foreach (var (what, weight) in choices)
            if ((left -= weight) <= 0) return what;
        throw new InvalidOperationException("The weights changed while they were drawn from.");
    }

    /// <summary>Puts a list into an order that looks drawn.</summary>
    public void Shuffle<T>(IList<T> list)
    {
        for (var at = list.Count - 1; at > 0; at--)
        {
            var other = Between(0, at);
            (list[at], list[other]) = (list[other], list[at]);
        }
    }

    ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
