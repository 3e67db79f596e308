using Microsoft.AspNetCore.Http.Metadata;

namespace Gongkai.App.Access;

/// <summary>Marks a page or an address that takes a whole text, as it is pasted from a word processor: more than any other field may hold.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LongTextAttribute : Attribute, IFormOptionsMetadata
{
    /// <summary>In characters as they are sent; Word writes ten of its own marks for one of the text.</summary>
    public const int Most = 3_000_000;

    public int? ValueLengthLimit => Most;

    public bool? BufferBody => null;
    public int? MemoryBufferThreshold => null;
    public long? BufferBodyLengthLimit => 16L * 1024 * 1024;
    public int? ValueCountLimit => null;
    public int? KeyLengthLimit => null;
    public int? MultipartBoundaryLengthLimit => null;
    public int? MultipartHeadersCountLimit => null;
    public int? MultipartHeadersLengthLimit => null;
    public long? MultipartBodyLengthLimit => null;
}
