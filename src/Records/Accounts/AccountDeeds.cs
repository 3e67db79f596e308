namespace Gongkai.Records.Accounts;

/// <summary>What happens to accounts, as the auditor reads it.</summary>
public static class AccountDeeds
{
    public static Deed SetupCodeMade { get; } = new("account.setup-code", "生成设置码");
    public static Deed FirstMade { get; } = new("account.first", "建立首批三员账号");
    public static Deed DemoMade { get; } = new("account.demo", "建立演示账号");
    public static Deed Made { get; } = new("account.made", "建立账号");
    public static Deed Changed { get; } = new("account.changed", "修改账号资料");
    public static Deed PasswordReset { get; } = new("account.password-reset", "重置密码");
    public static Deed Disabled { get; } = new("account.disabled", "停用账号");
    public static Deed Enabled { get; } = new("account.enabled", "启用账号");
    public static Deed Unlocked { get; } = new("account.unlocked", "解除登录锁定");
    public static Deed SessionsEnded { get; } = new("account.sessions-ended", "强制下线");
    public static Deed FactorForgotten { get; } = new("account.factor-forgotten", "清除第二重验证");
    public static Deed RoleGranted { get; } = new("account.role-granted", "授予角色");
    public static Deed RoleTaken { get; } = new("account.role-taken", "收回角色");
    public static Deed OutsideJoined { get; } = new("account.outside-joined", "关联外部身份");
    public static Deed OutsideParted { get; } = new("account.outside-parted", "解除外部身份");
    public static Deed PersonJoined { get; } = new("account.person-joined", "关联人员");
    public static Deed PersonParted { get; } = new("account.person-parted", "取消关联人员");

    public static Deed SignedIn { get; } = new("account.signed-in", "登录");
    public static Deed SignedOut { get; } = new("account.signed-out", "退出登录");
    public static Deed SignInRefused { get; } = new("account.refused", "登录失败");
    public static Deed SignInPaused { get; } = new("account.paused", "登录暂停");
    public static Deed DeskChosen { get; } = new("account.desk", "切换单位");

    public static Deed PasswordChanged { get; } = new("account.password-changed", "修改密码");
    public static Deed FactorSet { get; } = new("account.factor-set", "设置动态口令");
    public static Deed RecoveryCodesMade { get; } = new("account.recovery-codes", "重新生成恢复码");
    public static Deed PasskeyAdded { get; } = new("account.passkey-added", "登记通行密钥");
    public static Deed PasskeyRemoved { get; } = new("account.passkey-removed", "移除通行密钥");
    public static Deed SignedOutEverywhere { get; } = new("account.signed-out-everywhere", "退出所有设备");
}
