namespace Gongkai.App.Commands;

/// <summary>Why a command could not be carried out: one Chinese sentence that says what to do. The exit status is 2.</summary>
public sealed class NotDoneException(string sentence) : Exception(sentence);
