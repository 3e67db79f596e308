using Microsoft.AspNetCore.Http.Metadata;

namespace Gongkai.App.Access;

/// <summary>Marks a page whose form has many fields: a statutory table has more cells than other forms may have values.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ManyFieldsAttribute : Attribute, IFormOptionsMetadata
{
    /// <summary>Table 3 has 150 cells to fill in, each once.</summary>
    public int? ValueCountLimit => 400;

    public bool? BufferBody => null;
    public int? MemoryBufferThreshold => null;
    public long? BufferBodyLengthLimit => null;
    public int? KeyLengthLimit => null;
    public int? ValueLengthLimit => null;
    public int? MultipartBoundaryLengthLimit => null;
    public int? MultipartHeadersCountLimit => null;
    public int? MultipartHeadersLengthLimit => null;
    public long? MultipartBodyLengthLimit => null;
}
