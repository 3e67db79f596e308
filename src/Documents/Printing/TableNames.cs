using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Printing;

/// <summary>What a statutory table is called in print.</summary>
public static class TableNames
{
    extension(FormTable table)
    {
        /// <summary>表二 and so on.</summary>
        public string ShortName => $"表{"〇一二三四"[table.Number]}";

        /// <summary>The caption with its number: 表二 主动公开政府信息情况.</summary>
        public string PrintedCaption => $"{table.ShortName} {table.Caption}";
    }
}
