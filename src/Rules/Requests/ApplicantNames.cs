namespace Gongkai.Rules.Requests;

/// <summary>The Chinese names of what an applicant is, how a request comes, and how its answer is wanted.</summary>
public static class ApplicantNames
{
    extension(ApplicantKind kind)
    {
        public string Name => kind switch
        {
            ApplicantKind.Person => "自然人",
            ApplicantKind.Business => "商业企业",
            ApplicantKind.Research => "科研机构",
            ApplicantKind.Welfare => "社会公益组织",
            ApplicantKind.LegalService => "法律服务机构",
            ApplicantKind.OtherBody => "其他组织",
        };

        /// <summary>The key of its column in table 3.</summary>
        public string Column => kind switch
        {
            ApplicantKind.Person => "person",
            ApplicantKind.Business => "business",
            ApplicantKind.Research => "research",
            ApplicantKind.Welfare => "welfare",
            ApplicantKind.LegalService => "legalService",
            ApplicantKind.OtherBody => "otherBody",
        };
    }

    extension(IdentityPaper paper)
    {
        public string Name => paper switch
        {
            IdentityPaper.ResidentCard => "居民身份证",
            IdentityPaper.Passport => "护照",
            IdentityPaper.HongKongMacauPermit => "港澳居民来往内地通行证",
            IdentityPaper.TaiwanPermit => "台湾居民来往大陆通行证",
            IdentityPaper.PermanentResidence => "外国人永久居留身份证",
            IdentityPaper.OfficerCard => "军官证",
            IdentityPaper.CreditCode => "统一社会信用代码",
            IdentityPaper.Other => "其他证件",
        };
    }

    extension(Provision provision)
    {
        public string Name => provision switch
        {
            Provision.Paper => "纸质",
            Provision.Electronic => "电子数据",
            Provision.Disc => "光盘",
            Provision.Reading => "当场阅读、抄录",
        };
    }

    extension(Delivery delivery)
    {
        public string Name => delivery switch
        {
            Delivery.Download => "网页下载",
            Delivery.Mail => "电子邮件",
            Delivery.Post => "邮寄",
            Delivery.PickUp => "当面领取",
            Delivery.Fax => "传真",
            Delivery.OnSite => "现场查阅、抄录",
        };
    }
}
