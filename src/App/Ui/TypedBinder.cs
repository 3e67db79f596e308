using System.Globalization;
using Gongkai.Rules;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Gongkai.App.Ui;

/// <summary>Takes days and numbers in every form and filter as people type them: full-width digits, 20260921, 2026.9.21, 2026年9月21日 (<see cref="Typed"/>).</summary>
/// <remarks>What it cannot read goes on as it was typed, so that the message quotes it.</remarks>
sealed class TypedBinder(IModelBinder inner, Func<string, string> plain) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider;
        bindingContext.ValueProvider = new Plain(typed, plain);
        try
        {
            await inner.BindModelAsync(bindingContext);
        }
        finally
        {
            bindingContext.ValueProvider = typed;
        }
    }

    sealed class Plain(IValueProvider typed, Func<string, string> plain) : IValueProvider
    {
        public bool ContainsPrefix(string prefix) => typed.ContainsPrefix(prefix);

        public ValueProviderResult GetValue(string key) => typed.GetValue(key) is var value && value == ValueProviderResult.None
            ? value : new(value.Values.Select(one => one is null ? null : plain(one)).ToArray(), CultureInfo.InvariantCulture);
    }

    /// <summary>Stands before the framework's own binders of days and numbers.</summary>
    public sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context)
        {
            if (context.BindingInfo.BindingSource == BindingSource.Body) return null;
            var (model, type) = (context.Metadata.ModelType, context.Metadata.UnderlyingOrModelType);
            var logging = context.Services.GetRequiredService<ILoggerFactory>();
            return type == typeof(DateOnly) ? new TypedBinder(new SimpleTypeModelBinder(model, logging), Day)
                : type == typeof(int) || type == typeof(long) ? new TypedBinder(new SimpleTypeModelBinder(model, logging), Typed.Narrow)
                : type == typeof(decimal) ? new TypedBinder(new DecimalModelBinder(NumberStyles.Float, logging), Typed.Narrow)
                : null;
        }

        static string Day(string typed) => Typed.Day(typed) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : typed;
    }
}
