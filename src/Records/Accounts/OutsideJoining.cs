using Gongkai.Rules;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Accounts;

/// <summary>Joins an outside identity to an account, and parts them. Either way the account's sessions end.</summary>
/// <remarks>Both stand in the platform's chain, whose lock lets one be made at a time.</remarks>
public static class OutsideJoining
{
    extension(Store store)
    {
        /// <summary>Joins them. Its answer is why not, or <c>null</c>.</summary>
        public async Task<Impediment?> Join(Act act, Guid account, string issuer, string subject)
        {
            if (ToNaming(subject) is { } impediment) return impediment;
            Impediment? why = null;
            await store.Write(act with { Agency = null, Deed = AccountDeeds.OutsideJoined }, async () =>
            {
                why = await store.OutsideIdentities.AnyAsync(one => one.Issuer == issuer && one.Subject == subject) ? new("这个外部身份已关联了账号。请核对标识；要改为关联本账号，请先在原账号上解除。")
                    : await store.OutsideIdentities.AnyAsync(one => one.Issuer == issuer && one.AccountId == account) ? new("这个账号已关联一个外部身份，请先解除，再关联新的。")
                    : null;
                if (why is not null) return;
                store.Add(new OutsideIdentity { AccountId = account, Issuer = issuer, Subject = subject, JoinedAt = act.At });
                (await store.Accounts.SingleAsync(one => one.Id == account)).EndSessions();
            });
            return why;
        }

        /// <summary>Parts them; false where the account has no such identity.</summary>
        public async Task<bool> Part(Act act, Guid account, Handle handle)
        {
            var parted = false;
            await store.Write(act with { Agency = null, Deed = AccountDeeds.OutsideParted }, async () =>
            {
                if (await store.OutsideIdentities.SingleOrDefaultAsync(one => one.AccountId == account && one.Handle == handle) is not { } identity) return;
                store.Remove(identity);
                (await store.Accounts.SingleAsync(one => one.Id == account)).EndSessions();
                parted = true;
            });
            return parted;
        }
    }

    static Impediment? ToNaming(string subject) =>
        subject.Length == 0 ? new("请填写外部身份标识，它由统一身份认证的管理员提供。")
        : subject.Length > OutsideIdentity.LongestSubject ? new($"外部身份标识最多 {OutsideIdentity.LongestSubject} 个字符，请核对。")
        : subject.Any(char.IsControl) ? new("外部身份标识中有不可见的字符，请重新填写。")
        : null;
}
