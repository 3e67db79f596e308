using Gongkai.Records.Accounts;
using Gongkai.Rules.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Notices;

/// <summary>Tells people. All of these only add rows: they are saved with the act that the caller saves, or not at all.</summary>
public static class Telling
{
    const int SubjectLength = 60;

    /// <summary>Something that is told once.</summary>
    public sealed record Told(Guid Account, NoticeTopic Topic, string Text, string Path, string Key);

    extension(Store store)
    {
        /// <summary>Leaves a notice, and a mail too where the reader wants one.</summary>
        /// <param name="account">Whom.</param>
        /// <param name="topic">What it is about.</param>
        /// <param name="text">One sentence without personal data.</param>
        /// <param name="path">Where it leads: an address of the office.</param>
        /// <param name="at">Now.</param>
        /// <param name="key">Told once for each key; none means every time.</param>
        /// <returns>Whether it was not told before.</returns>
        public async Task<bool> Tell(Guid account, NoticeTopic topic, string text, string path, DateTimeOffset at, string? key = null)
        {
            MustLeadToUs(path);
            if (key is not null && (store.Notices.Local.Any(notice => notice.AccountId == account && notice.Key == key)
                || await store.Notices.AnyAsync(notice => notice.AccountId == account && notice.Key == key))) return false;
            store.Leave(account, topic, text, path, at, key, await store.Set<MailChoice>().AsNoTracking().SingleOrDefaultAsync(choice => choice.AccountId == account));
            return true;
        }

        /// <summary>Tells several people several things, each once for its key, and saves. Two questions, however many they are.</summary>
        public async Task Tell(IReadOnlyCollection<Telling.Told> all, DateTimeOffset at)
        {
            var (accounts, keys) = (all.Select(one => one.Account).Distinct().ToList(), all.Select(one => one.Key).Distinct().ToList());
            var known = (await store.Notices.Where(notice => accounts.Contains(notice.AccountId) && keys.Contains(notice.Key!)).Select(notice => new { notice.AccountId, notice.Key }).ToListAsync())
                .Select(notice => (notice.AccountId, notice.Key!)).ToHashSet();
            var choices = await store.Set<MailChoice>().AsNoTracking().Where(choice => accounts.Contains(choice.AccountId)).ToDictionaryAsync(choice => choice.AccountId);
            foreach (var one in all.Where(one => known.Add((one.Account, one.Key)))) store.Leave(one.Account, one.Topic, one.Text, one.Path, at, one.Key, choices.GetValueOrDefault(one.Account));
            await store.SaveChangesAsync();
            store.ChangeTracker.Clear();
        }

        /// <summary>Tells several the same.</summary>
        public async Task Tell(IEnumerable<Guid> accounts, NoticeTopic topic, string text, string path, DateTimeOffset at, string? key = null)
        {
            foreach (var account in accounts.Distinct()) await store.Tell(account, topic, text, path, at, key);
        }

        /// <summary>Puts a mail into the outbox.</summary>
        /// <param name="to">The address, sealed by the vault.</param>
        public OutboxMessage Mail(Sealed to, string subject, string body, DateTimeOffset at) => store.Post(OutboxChannel.Mail, to, subject, body, at);

        /// <summary>Puts a mail into the outbox whose words nobody but the receiver may read.</summary>
        /// <param name="to">The address, sealed by the vault.</param>
        /// <param name="body">The words, sealed by the vault.</param>
        /// <param name="files">What goes with it.</param>
        public OutboxMessage SealedMail(Sealed to, string subject, Sealed body, DateTimeOffset at, params IReadOnlyCollection<Guid> files)
        {
            var message = new OutboxMessage { Channel = OutboxChannel.Mail, To = to, Subject = OneLine(subject), Body = null, SealedBody = body, Files = files.Count == 0 ? null : [.. files], At = at, NextAt = at };
            store.Add(message);
            return message;
        }

        /// <summary>Puts a short message into the outbox; it does not go out at night.</summary>
        /// <param name="to">The telephone number, sealed by the vault.</param>
        public OutboxMessage Sms(Sealed to, string text, DateTimeOffset at) => store.Post(OutboxChannel.Sms, to, text, text, at);

        /// <summary>Those who run the system and can be reached.</summary>
        public Task<List<Guid>> Administrators() => (
            from grant in store.Grants
            join account in store.Accounts on grant.AccountId equals account.Id
            where grant.Role == Role.SystemAdministrator && account.DisabledAt == null
            select account.Id).Distinct().ToListAsync();

        void Leave(Guid account, NoticeTopic topic, string text, string path, DateTimeOffset at, string? key, MailChoice? choice)
        {
            MustLeadToUs(path);
            store.Add(new Notice { AccountId = account, Topic = topic, Text = text, Path = path, At = at, Key = key });
            if (choice is { Address: { } address } && choice.Topics.Contains(topic))
                store.Mail(address, text, $"{text}\n\n请登录政府信息公开办理端，在“消息”中查看和办理。\n本邮件由系统自动发送，请勿回复。", at);
        }

        OutboxMessage Post(OutboxChannel channel, Sealed to, string subject, string body, DateTimeOffset at)
        {
            var message = new OutboxMessage { Channel = channel, To = to, Subject = OneLine(subject), Body = body, At = at, NextAt = at };
            store.Add(message);
            return message;
        }
    }

    static void MustLeadToUs(string path)
    {
        if (!path.StartsWith("/office", StringComparison.Ordinal)) throw new ArgumentException("A notice leads to a page of the office.", nameof(path));
    }

    // A subject is one line, whatever was typed into what it quotes; and no surrogate is cut in two.
    static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = string.Concat(line.Where(letter => !char.IsControl(letter)));
        if (line.Length <= SubjectLength) return line;
        var end = char.IsHighSurrogate(line[SubjectLength - 2]) ? SubjectLength - 2 : SubjectLength - 1;
        return line[..end] + "…";
    }
}
