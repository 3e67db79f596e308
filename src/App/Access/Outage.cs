using System.Data.Common;
using System.Net.Sockets;
using Gongkai.Records;
using Gongkai.Records.Files;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gongkai.App.Access;

/// <summary>What we cannot do just now though nobody is at fault: the disk is full, or the database does not answer. It passes without a restart.</summary>
/// <param name="Status">503, or 507 where there is no room.</param>
/// <param name="Heading">What happened, for the person who asked.</param>
/// <param name="Advice">What to do.</param>
public sealed record Outage(int Status, string Heading, string Advice)
{
    /// <summary>After how many seconds it is worth another try.</summary>
    public const int RetryAfterSeconds = 30;

    static readonly Outage Full = new(StatusCodes.Status507InsufficientStorage, "服务器存储空间不足",
        "这次没有保存。我们的存储空间满了，管理员会收到提示。请保留填写的内容，稍后再提交；重复提交不会办两次。");

    static readonly Outage Away = new(StatusCodes.Status503ServiceUnavailable, "系统暂时不能办理",
        "这次没有办成。数据库暂时没有回应，通常很快恢复。请稍后再试；重复提交不会办两次。");

    static readonly Outage Broken = new(StatusCodes.Status503ServiceUnavailable, "系统暂时不能办理",
        "这次没有办成。数据需要管理员核对后才能继续使用。请把错误编号告诉我们。");

    static readonly Outage Uncertain = new(StatusCodes.Status503ServiceUnavailable, "不能确定是否保存成功", new UncertainCommitException().Message);

    /// <summary>What an exception means for the person who asked, or <c>null</c> where it is a fault of ours.</summary>
    public static Outage? Of(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (One(cause) is { } outage) return outage;
        return null;
    }

    /// <summary>The outage that a status stands for when nothing more is known.</summary>
    public static Outage? Of(int status) => status switch
    {
        StatusCodes.Status503ServiceUnavailable => Away,
        StatusCodes.Status507InsufficientStorage => Full,
        _ => null,
    };

    static Outage? One(Exception exception) => exception switch
    {
        UncertainCommitException => Uncertain,
        NoRoomException => Full,
        SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode),
        PostgresException postgres => OfPostgres(postgres),
        NpgsqlException or SocketException or TimeoutException => Away,
        IOException disk => OfDisk(disk.HResult),
        DbException { IsTransient: true } => Away,
        _ => null,
    };

    // https://www.sqlite.org/rescode.html
    static Outage? OfSqlite(int code) => code switch
    {
        13 => Full,                     // FULL
        5 or 6 or 8 or 10 or 14 => Away, // BUSY, LOCKED, READONLY, IOERR, CANTOPEN
        11 or 26 => Broken,             // CORRUPT, NOTADB
        _ => null,
    };

    static Outage? OfPostgres(PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.DiskFull => Full,
        PostgresErrorCodes.ReadOnlySqlTransaction => Away, // A standby that has not been promoted yet.
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Broken,
        ['0', '8', ..] or ['5', '3', ..] or ['5', '7', 'P', ..] or ['5', '8', ..] => Away,
        _ => exception.IsTransient ? Away : null,
    };

    // ENOSPC and EDQUOT; EIO and EROFS.
    static Outage? OfDisk(int code) => (code & 0xFFFF) switch
    {
        28 or 122 => Full,
        5 or 30 => Away,
        _ => null,
    };
}
