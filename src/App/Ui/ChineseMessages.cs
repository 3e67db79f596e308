using Microsoft.AspNetCore.Mvc;

namespace Gongkai.App.Ui;

/// <summary>What the framework says of input that it cannot read, in Chinese and with what to do.</summary>
static class ChineseMessages
{
    public static void Apply(MvcOptions mvc)
    {
        // A text without [Required] may be empty; what must be filled in says so itself.
        mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var messages = mvc.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}”看不懂，请按提示的格式重新填写");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”看不懂，请按提示的格式重新填写");
        messages.SetUnknownValueIsInvalidAccessor(_ => "填写的内容看不懂，请按提示的格式重新填写");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写的内容看不懂，请按提示的格式重新填写");
        messages.SetValueIsInvalidAccessor(value => $"“{value}”看不懂，请按提示的格式重新填写");
        messages.SetValueMustBeANumberAccessor(_ => "请填写数字");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字");
        messages.SetValueMustNotBeNullAccessor(_ => "请填写这一项");
        messages.SetMissingBindRequiredValueAccessor(_ => "请填写这一项");
        messages.SetMissingKeyOrValueAccessor(() => "请填写这一项");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到内容，请重新提交");
    }
}
