namespace Gongkai.Rules;

/// <summary>Why a step may not be taken, as a Chinese sentence that says what to do. <c>null</c> means that nothing stands in the way.</summary>
/// <remarks>A page asks first and shows the reason in place of the button; a command asks again and refuses to run.</remarks>
public sealed record Impediment(string Reason);
