using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Gongkai.Documents.Intake;
using Gongkai.Documents.Publication;

namespace Gongkai.Documents.Tests.Publication;

/// <summary>What is pasted comes out plain: what it says stays, how it was drawn goes, and nothing in it runs.</summary>
public sealed partial class CleanHtmlTests
{
    [Theory]
    [InlineData("<h1>公告</h1><h2>一、背景</h2>", "<h2>公告</h2><h3>一、背景</h3>")]
    [InlineData("<h2>一、背景</h2><h6>附</h6>", "<h2>一、背景</h2><h6>附</h6>")]
    [InlineData("<p class=MsoNormal style='text-indent:32pt'><span lang=EN-US>　　各区\n县：<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>", "<p>各区县：</p>")]
    [InlineData("<div>甲</div><div><br></div><div>乙</div>", "<p>甲</p><p>乙</p>")]
    [InlineData("甲<b>乙</b><p>丙</p>丁", "<p>甲<strong>乙</strong></p><p>丙</p><p>丁</p>")]
    [InlineData("<p><del>旧</del><ins>新</ins>规定</p>", "<p>新规定</p>")]
    [InlineData("<p><a href='https://www.gov.cn/a?b=1&amp;c=2' target=_blank onclick=x()>国务院</a></p>", "<p><a href=\"https://www.gov.cn/a?b=1&amp;c=2\">国务院</a></p>")]
    [InlineData("<p><a href='/zfxxgk/fj/x'>附件</a><a name=_Toc1></a></p>", "<p><a href=\"/zfxxgk/fj/x\">附件</a></p>")]
    [InlineData("<p>one\r\ntwo 中文\n中文</p>", "<p>one two 中文中文</p>")]
    [InlineData("<p><img src='/zfxxgk/fj/own' alt='图' style='width:3cm' width=300><img src='https://else.example/a.png'><img src='data:image/png;base64,AAAA'></p>", "<p><img src=\"/zfxxgk/fj/own\" alt=\"图\" width=\"300\"></p>")]
    public void What_was_pasted_comes_out_plain(string pasted, string clean) => Assert.Equal(clean, CleanHtml.Of(pasted, address => address == "/zfxxgk/fj/own"));

    [Fact]
    public void A_table_keeps_its_cells_and_how_they_span()
    {
        var clean = CleanHtml.Of("<table class=MsoTableGrid border=1 style='border:solid'><thead><tr><th scope=col colspan=2 style='x'><p class=MsoNormal><b>项目</b></p></th></tr></thead><tr><td rowspan=2 width=120><p class=MsoNormal>甲<o:p></o:p></p></td><td><p>1</p><p>2</p></td></tr><tr><td></td></tr></table>");

        Assert.Equal("<table><thead><tr><th scope=\"col\" colspan=\"2\"><strong>项目</strong></th></tr></thead><tbody><tr><td rowspan=\"2\">甲</td><td><p>1</p><p>2</p></td></tr><tr><td></td></tr></tbody></table>", clean.Replace("colspan=\"2\" scope=\"col\"", "scope=\"col\" colspan=\"2\"", StringComparison.Ordinal));
    }

    static string Entry(string mark, string text, int level = 1) => $"<p class=MsoListParagraph style='margin-left:21pt;mso-list:l0 level{level} lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>{mark}<span style='font:7pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{text}<o:p></o:p></p>\n";

    [Theory]
    [InlineData("1.甲|2.乙|3.丙", "<ol><li>甲</li><li>乙</li><li>丙</li></ol>")]
    [InlineData("3.甲|4.乙", "<ol start=\"3\"><li>甲</li><li>乙</li></ol>")]
    [InlineData("·甲|·乙", "<ul><li>甲</li><li>乙</li></ul>")]
    [InlineData("1.甲|>·乙|>·丙|2.丁", "<ol><li>甲<ul><li>乙</li><li>丙</li></ul></li><li>丁</li></ol>")]
    [InlineData("一、甲|二、乙", "<p>一、 甲</p><p>二、 乙</p>")]
    [InlineData("1.甲|3.乙", "<p>1. 甲</p><p>3. 乙</p>")]
    public void Paragraphs_that_Word_numbers_become_a_list_where_that_is_certain(string entries, string clean)
    {
        var pasted = string.Concat(entries.Split('|').Select(entry => entry.StartsWith('>') ? Entry(entry[1..2], entry[2..], 2) : entry[0] == '·' ? Entry("·", entry[1..]) : Entry(entry[..2], entry[2..])));

        Assert.Equal(clean, Spaces().Replace(CleanHtml.Of(pasted).Replace("&nbsp;", " ", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), " ").Replace("> <", "><", StringComparison.Ordinal));
    }

    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<a href='javascript:alert(1)'>x</a>", "<a href='java&#10;script:alert(1)'>x</a>", "<a href=' javascript:alert(1)'>x</a>",
        "<a href='JaVaScRiPt&colon;alert(1)'>x</a>", "<a href='data:text/html,<script>alert(1)</script>'>x</a>", "<a href='vbscript:msgbox(1)'>x</a>", "<a href='//evil.example/'>x</a>", "<a href='\\\\evil.example\\x'>x</a>", "<a href='/\\evil.example'>x</a>",
        "<iframe src='javascript:alert(1)'></iframe>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<object data='data:text/html,x'></object>", "<embed src=x>", "<form action='javascript:alert(1)'><input type=submit></form>", "<button formaction='javascript:alert(1)'>x</button>",
        "<style>@import 'https://evil.example'</style>", "<p style='background:url(javascript:alert(1))'>x</p>", "<link rel=stylesheet href=//evil.example>", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<base href=//evil.example>", "<body onload=alert(1)>", "<marquee onstart=alert(1)>x</marquee>",
        "<details open ontoggle=alert(1)>x</details>", "<video><source onerror=alert(1)></video>", "<input autofocus onfocus=alert(1)>", "<textarea></textarea><script>alert(1)</script>", "<template><script>alert(1)</script></template>",
        // Read once as text and once as elements.
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<svg><foreignobject><p><style><!--</style><img src=x onerror=alert(1)>--></style>", "<math><annotation-xml encoding='text/html'><style><img src=x onerror=alert(1)></style></annotation-xml></math>",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">", "<noembed><img title=\"</noembed><img src=x onerror=alert(1)>\">", "<select><template><style><!--</style><a rel=\"--></style></template></select><img id=x src=x onerror=alert(1)>\">", "<table><td><svg><desc><table><tr><td></desc><img src=x onerror=alert(1)>",
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->", "<![CDATA[<img src=x onerror=alert(1)>]]>", "<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>", "<!--><img src=x onerror=alert(1)>-->", "<p>&lt;img src=x onerror=alert(1)&gt;</p>", "<p title='\"><img src=x onerror=alert(1)>'>x</p>",
        "<a href=\"https://x.example/\" title=\"&quot;><script>alert(1)</script>\">x</a>", "<img src=/zfxxgk/fj/own alt='\"onerror=alert(1) x=\"'>", "<img src=\"/zfxxgk/fj/own\" alt=\"`onerror=alert(1)\">", "<x-y><slot onslotchange=alert(1)></slot></x-y>", "<plaintext><img src=x onerror=alert(1)>", "<frameset onload=alert(1)><frame src=x>", "\0<scr\0ipt>alert(1)</scr\0ipt>",
        "<a xlink:href='javascript:alert(1)'>x</a>", "<isindex type=image src=1 onerror=alert(1)>", "<image src=x onerror=alert(1)>", "<p id=x name=y>x</p><form id=attributes><input name=attributes></form>",
    ];

    [Theory, MemberData(nameof(Hostile))]
    public void Nothing_that_runs_comes_through(string pasted)
    {
        var clean = CleanHtml.Of(pasted + "<p>末段</p>", address => address.StartsWith("/zfxxgk/fj/", StringComparison.Ordinal));

        Assert.Equal(clean, CleanHtml.Of(clean, address => address.StartsWith("/zfxxgk/fj/", StringComparison.Ordinal)));
        // As browsers read it, with scripts and without, within another element, and after it went through a tree once more.
        foreach (var scripting in (bool[])[false, true])
            foreach (var around in (string[])["{0}", "<div>{0}</div>", "<table><tr><td>{0}</td></tr></table>"])
                for (var (round, html) = (0, clean); round < 2; round++)
                {
                    var body = new HtmlParser(new HtmlParserOptions { IsScripting = scripting }).ParseDocument(string.Format(System.Globalization.CultureInfo.InvariantCulture, around, html)).Body!;
                    foreach (var element in body.QuerySelectorAll("*"))
                    {
                        Assert.Matches("^(h[2-6]|p|br|hr|[uo]l|li|d[lt]|dd|table|caption|col|colgroup|t[hrd]|t(head|body|foot)|a|img|strong|em|u|s|su[bp]|blockquote|figure|figcaption|div)$", element.LocalName);
                        Assert.All(element.Attributes, attribute => Assert.Matches("^(href|src|alt|width|height|colspan|rowspan|span|scope|start)$", attribute.LocalName));
                        if (element.GetAttribute("href") is { } href) Assert.Matches("^(https?://|mailto:|/(?![/\\\\])|#)", href);
                        if (element.GetAttribute("src") is { } src) Assert.StartsWith("/zfxxgk/fj/", src, StringComparison.Ordinal);
                    }
                    html = body.InnerHtml;
                }
    }

    [Fact]
    public void What_is_made_to_wear_out_the_reader_is_refused_with_what_to_do()
    {
        Assert.Equal("正文的格式嵌套过深，请用“只粘贴文字”的方式重新粘贴。", Assert.Throws<RefusedFileException>(() => CleanHtml.Of(string.Concat(Enumerable.Repeat("<x>", 100_000)))).Message);
        Assert.Equal("正文过长，请把大的表格或附录作为附件上传。", Assert.Throws<RefusedFileException>(() => CleanHtml.Of(new string('字', CleanHtml.MostCharacters + 1))).Message);
    }

    [Fact]
    public void The_text_of_a_body_is_its_paragraphs_and_rows()
    {
        var html = "<h2>公告</h2><p>各区：<br>现公布如下。</p><table><tr><th>姓名</th><th>户数</th></tr><tr><td>张*</td><td>3</td></tr></table><p><img src=\"/zfxxgk/fj/a\" alt=\"图\"></p>";

        Assert.Equal("公告\n各区：\n现公布如下。\n姓名\t户数\n张*\t3", PlainText.Of(html));
        Assert.Equal("公告 各区： 现公布如下。", PlainText.Summary(html, 20));
        Assert.Equal("公告 各区：…", PlainText.Summary(html, 7));
        Assert.Equal("", PlainText.Of(""));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
