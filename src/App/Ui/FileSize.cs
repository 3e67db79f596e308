namespace Gongkai.App.Ui;

/// <summary>How large a file is, as people say it: 512 B, 3.4 KB, 12 MB.</summary>
public static class FileSize
{
    const double Kilo = 1024;

    /// <param name="bytes">From 0.</param>
    public static string Words(long bytes) =>
        bytes < Kilo ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes} B")
        : bytes < Kilo * Kilo ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / Kilo:0.#} KB")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / Kilo / Kilo:0.#} MB");
}
