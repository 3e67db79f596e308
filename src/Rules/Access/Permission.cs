namespace Gongkai.Rules.Access;

/// <summary>What may be done, one word for each thing that a page or a command asks about.</summary>
public enum Permission
{
    /// <summary>Sign in and see one's own desk, messages, tasks and profile.</summary>
    UseOffice,

    /// <summary>See who has an account, and with which roles.</summary>
    SeeAccounts,

    /// <summary>Make, change, disable, unlock accounts, end their sessions (not their roles).</summary>
    ManageAccounts,

    /// <summary>Grant and take away roles; never one's own.</summary>
    GrantRoles,

    /// <summary>Read, verify and export the trail.</summary>
    ReadTrail,

    /// <summary>See departments, people, duties, the leading group.</summary>
    SeeOrganization,

    /// <summary>Change departments, people, duties, the leading group; hand an abolished unit over.</summary>
    ManageOrganization,

    /// <summary>Hold meetings and trainings, keep their minutes, hand out tasks.</summary>
    AssignTasks,

    /// <summary>See telephone numbers, identity numbers and addresses whole; each look is recorded.</summary>
    OpenPersonalData,

    /// <summary>Document numbers, templates, the working calendar.</summary>
    ManageSettings,

    /// <summary>Look at annual reports that are not published.</summary>
    SeeReports,

    /// <summary>Prepare, check and correct the annual report, import an older one.</summary>
    PrepareReports,

    /// <summary>Sign the annual report (审签).</summary>
    SignReports,

    /// <summary>Publish what has been signed, and submit it upward.</summary>
    PublishReports,

    /// <summary>Put files into the store, and read those of one's own records.</summary>
    UseFiles,

    /// <summary>See requests for information and their files.</summary>
    SeeRequests,

    /// <summary>See requests that are marked as restricted (限制查阅).</summary>
    SeeRestrictedRequests,

    /// <summary>Register requests of any channel, confirm their receipt, number, seal, serve and file (登记、编号、用印、送达、归档).</summary>
    RegisterRequests,

    /// <summary>Route requests to departments, split and transfer them (分办).</summary>
    RouteRequests,

    /// <summary>Handle a request: ask, consult, search, draft the answer (承办).</summary>
    HandleRequests,

    /// <summary>Review what the handler drafted (审核).</summary>
    ReviewRequests,

    /// <summary>Review it by law (法制审核).</summary>
    ReviewRequestsByLaw,

    /// <summary>Sign answers (审签).</summary>
    SignRequests,

    /// <summary>Keep the register of reconsideration and litigation (行政复议、行政诉讼).</summary>
    KeepReviews,

    /// <summary>See information that is not public yet, its versions and opinions.</summary>
    SeeItems,

    /// <summary>Write information for the public, hand it in, withdraw and correct it (信息采编).</summary>
    WriteItems,

    /// <summary>Look at it for its department (科室审核).</summary>
    ReviewItems,

    /// <summary>Look at it for secrecy and privacy (保密审查).</summary>
    ReviewSecrecy,

    /// <summary>Sign it (领导审签).</summary>
    ApproveItems,

    /// <summary>Columns, catalogue, guide (栏目、目录、指南).</summary>
    ManageColumns,

    /// <summary>Say whether documents still bind (文件清理、标注有效性).</summary>
    CleanDocuments,
    /// <summary>Keep the registers of powers, decisions, fees, purchases and normative documents (主动公开台账).</summary>
    KeepRegisters,

    /// <summary>See the health of the system, its queues and backups.</summary>
    WatchHealth,
}
