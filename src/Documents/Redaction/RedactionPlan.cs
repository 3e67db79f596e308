using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Rules.Requests;

namespace Gongkai.Documents.Redaction;

/// <summary>A rectangle on a page as it is seen, in fractions of the page's width and height, from its upper left corner.</summary>
public readonly record struct RedactionBox(double Left, double Top, double Width, double Height)
{
    /// <summary>Whether it is a rectangle that lies on the page.</summary>
    public bool IsSound => double.IsFinite(Left + Top + Width + Height) && Width > 0 && Height > 0 && Left < 1 && Top < 1 && Left + Width > 0 && Top + Height > 0 && Math.Abs(Left) <= 2 && Math.Abs(Top) <= 2 && Width <= 3 && Height <= 3;
}

/// <summary>A place that is to be covered, and why.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Words">What the officer adds to the ground for the file; empty for nothing. It must not repeat what is covered.</param>
public sealed record RedactionMark(int Page, RedactionBox Box, RedactionGround Ground, string Words = "");

/// <summary>All that is to be covered in one file.</summary>
/// <param name="Marks">In the order in which the index counts them.</param>
/// <param name="Kept">Words that are covered in one place and may stand in another (a common word, an office): an officer said so.</param>
public sealed record RedactionPlan(IReadOnlyList<RedactionMark> Marks, params IReadOnlyList<string> Kept)
{
    /// <summary>The SHA-256 of the plan, written out in one fixed way.</summary>
    public string Hash
    {
        get
        {
            var text = new StringBuilder("gongkai redaction plan 1\n");
            foreach (var mark in Marks)
                text.Append(CultureInfo.InvariantCulture, $"mark {mark.Page} {mark.Box.Left:R} {mark.Box.Top:R} {mark.Box.Width:R} {mark.Box.Height:R} {mark.Ground.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(mark.Words))}\n");
            foreach (var word in Kept) text.Append("kept ").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(word))).Append('\n');
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }
}

/// <summary>Why nothing was covered: one Chinese sentence that says what to do.</summary>
public sealed class RedactionRefusedException(string sentence) : Exception(sentence);
