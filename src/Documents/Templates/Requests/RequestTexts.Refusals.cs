namespace Gongkai.Documents.Templates.Requests;

// 不予公开: the article in its own words, the reasons, and why the whole cannot be divided.
static partial class RequestTexts
{
    static readonly string[] Secret = Refusal(
        "属于依法确定的国家秘密。{{理由}}",
        "依法确定为国家秘密的政府信息，不予公开。");

    static readonly string[] Forbidden = Refusal(
        "属于法律、行政法规禁止公开的政府信息，禁止公开的规定为：{{法律规定}}。{{理由}}",
        "法律、行政法规禁止公开的政府信息，不予公开。");

    static readonly string[] Unsafe = Refusal(
        "公开后可能危及国家安全、公共安全、经济安全、社会稳定。{{理由}}",
        "公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息，不予公开。");

    static readonly string[] Rights = Refusal(
        "涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害。{{第三方意见}}{{理由}}",
        "涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开。");

    static readonly string[] Internal = Refusal(
        "属于本机关的内部事务信息。{{理由}}",
        "行政机关的内部事务信息，包括人事管理、后勤管理、内部工作流程等方面的信息，可以不予公开。");

    static readonly string[] Process = Refusal(
        "属于本机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息，没有法律、法规、规章规定应当公开。{{理由}}",
        "行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息，可以不予公开。");

    static readonly string[] Dossier = Refusal(
        "属于行政执法案卷信息，没有法律、法规、规章规定应当公开。{{理由}}",
        "行政执法案卷信息，可以不予公开。");

    static string[] Refusal(string finding, string rule) =>
    [
        "{{事实}}",
        $"经审查，{{{{称谓}}}}申请公开的政府信息{finding}",
        "该政府信息不能作区分处理，理由为：{{不能区分处理的理由}}",
        $"根据{{{{依据}}}}的规定，{rule}本机关决定对{{{{称谓}}}}申请公开的政府信息不予公开。",
    ];
}
