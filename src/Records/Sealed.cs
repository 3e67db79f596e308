namespace Gongkai.Records;

/// <summary>A value that stands encrypted in the store (身份证号、电话、住址). Only the vault opens it, and each opening is recorded.</summary>
/// <param name="Cipher">As the vault made it; says nothing without its keys.</param>
public readonly record struct Sealed(string Cipher)
{
    /// <summary>What lists and logs may show.</summary>
    public override string ToString() => "***";
}
