using Gongkai.Records;
using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Requests;

namespace Gongkai.App.Office.Registers;

/// <summary>Takes what was typed, in a form or in a list, into a row.</summary>
static class RegisterTyping
{
    /// <summary>What stands in a form for a sealed number that is not to change.</summary>
    public const string Unchanged = "***";

    /// <returns>What is wrong, by the field's key; a field in error is not written.</returns>
    public static IEnumerable<(string Field, string Sentence)> Take(RegisterRow row, IReadOnlyDictionary<string, string?> typed, Func<string, Sealed> seal)
    {
        foreach (var field in RegisterFields.Of(row.Kind))
        {
            if (!typed.TryGetValue(field.Key, out var text)) continue;
            if (field.Kind == FieldKind.Secret && text?.Trim() == Unchanged) continue;
            var (value, problem) = field.Parse(text);
            if (problem is not null)
            {
                yield return (field.Key, problem);
                continue;
            }
            if (field.Kind == FieldKind.Secret && value is string number)
            {
                // The number itself stands in no sentence.
                if (field.Key == "paperNumber" && IdentityNumber.Normal(number).Length == IdentityNumber.Length && IdentityNumber.Fault(number) is { } fault) yield return (field.Key, $"{fault.Reason}。");
                value = seal(Typed.Narrow(number));
            }
            field.Write(row, value);
        }
    }
}
