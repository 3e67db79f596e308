namespace Gongkai.Documents.Tests.Printing;

/// <summary>Tests that print PDF run one after the other: two LibreOffices on a small machine wait for each other past their time limit.</summary>
static class LibreOffice
{
    public const string Runs = "LibreOffice";
}
