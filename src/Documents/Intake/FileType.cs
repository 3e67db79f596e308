namespace Gongkai.Documents.Intake;

/// <summary>A kind of file that is taken in, told from its bytes and not from its name.</summary>
public enum FileType { Pdf, Png, Jpeg, Gif, Webp, Docx, Xlsx, Pptx, Ofd, Text, Csv, Zip }

/// <summary>What files of each kind are called.</summary>
public static class FileTypes
{
    extension(FileType type)
    {
        /// <summary>The ending of its names, with the dot.</summary>
        public string Ending => type switch
        {
            FileType.Pdf => ".pdf",
            FileType.Png => ".png",
            FileType.Jpeg => ".jpg",
            FileType.Gif => ".gif",
            FileType.Webp => ".webp",
            FileType.Docx => ".docx",
            FileType.Xlsx => ".xlsx",
            FileType.Pptx => ".pptx",
            FileType.Ofd => ".ofd",
            FileType.Text => ".txt",
            FileType.Csv => ".csv",
            FileType.Zip => ".zip",
        };

        /// <summary>What a server calls it (RFC 6838); text of an unknown encoding names none.</summary>
        public string MediaType => type switch
        {
            FileType.Pdf => "application/pdf",
            FileType.Png => "image/png",
            FileType.Jpeg => "image/jpeg",
            FileType.Gif => "image/gif",
            FileType.Webp => "image/webp",
            FileType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileType.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            FileType.Ofd => "application/ofd",
            FileType.Text => "text/plain",
            FileType.Csv => "text/csv",
            FileType.Zip => "application/zip",
        };

        /// <summary>What people call it in a sentence.</summary>
        public string Word => type.Ending[1..].ToUpperInvariant();
    }

    /// <summary>The kind whose ending this is, another spelling of it included; <c>null</c> for any other.</summary>
    public static FileType? OfEnding(string ending) => ending.ToLowerInvariant() switch
    {
        ".jpeg" or ".jpe" or ".jfif" => FileType.Jpeg,
        ".md" or ".log" => FileType.Text,
        var known => Enum.GetValues<FileType>().Cast<FileType?>().FirstOrDefault(type => type!.Value.Ending == known),
    };
}
