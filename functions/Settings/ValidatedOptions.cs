using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VideoGate.Settings;

/// <summary>Options that prevent the start if they are invalid.</summary>
internal static class ValidatedOptions
{
    /// <summary>Binds options to a section of the settings and validates them at startup by their annotations.</summary>
    public static OptionsBuilder<TOptions> AddValidated<TOptions>(this IServiceCollection services, string section)
        where TOptions : class => services
        .AddOptions<TOptions>()
        .BindConfiguration(section)
        .ValidateDataAnnotations()
        .ValidateOnStart();

    /// <summary>Also validates the options with a validator class.</summary>
    /// <inheritdoc cref="AddValidated{TOptions}"/>
    public static OptionsBuilder<TOptions> AddValidated<TOptions, TCheck>(this IServiceCollection services, string section)
        where TOptions : class
        where TCheck : class, IValidateOptions<TOptions> => services
        .AddSingleton<IValidateOptions<TOptions>, TCheck>()
        .AddValidated<TOptions>(section);
}
