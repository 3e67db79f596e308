using Gongkai.Rules.Requests;

namespace Gongkai.Documents.Templates.Requests;

/// <summary>The letters of a request as kinds of letter: their fields are those of their text.</summary>
public static class RequestKinds
{
    /// <summary>In the order of the catalogue.</summary>
    public static IReadOnlyList<LetterKind> All { get; } = [.. RequestLetters.All.Select(Make)];

    extension(RequestLetter letter)
    {
        /// <summary>Its kind; its code is its number in small letters.</summary>
        public LetterKind Kind => All[(int)letter];
    }

    static LetterKind Make(RequestLetter letter)
    {
        var text = RequestTexts.Of(letter);
        return new(letter.Facts.Number.ToLowerInvariant(), letter.Name, RequestFields.Of(letter, text), text) { Request = letter };
    }
}
