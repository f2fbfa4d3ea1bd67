using Local.Worker.Hosting;
using Local.Worker.Middleware;
using Local.Worker.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly LocalEnvironment _environment;
    private readonly WebApplicationBuilder _web;
    private readonly IConfiguration _host;
    private readonly MiddlewarePipeline _pipeline = new();

    internal FunctionsApplicationBuilder(LocalEnvironment environment)
    {
        _environment = environment;
        _web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = environment.Functions.GetName().Name,
            ContentRootPath = environment.BinaryDirectory,
            EnvironmentName = Environments.Development,
        });
        _web.Configuration.AddLocalSettings(environment.WorkingDirectory, environment.BinaryDirectory, environment.Args);
        _host = HostFile.Read(environment.BinaryDirectory, _web.Configuration);
        _web.Logging
            .AddConfiguration(_host.GetSection("logging"))
            .AddConfiguration(_web.Configuration.GetSection("Logging"))
            .AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
                console.UseUtcTimestamp = true;
            });
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    public ConfigurationManager Configuration => _web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public IHostEnvironment Environment => _web.Environment;

    public ILoggingBuilder Logging => _web.Logging;

    public IMetricsBuilder Metrics => _web.Metrics;

    public IServiceCollection Services => _web.Services;

    internal bool ServesHttp { get; set; }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _pipeline.Add(middleware);
        return this;
    }

    public IHost Build()
    {
        var runtime = new LocalRuntime(_environment, Configuration, _host, ServesHttp);
        runtime.AddTo(_web, _pipeline);
        var app = _web.Build();
        runtime.Map(app);
        return app;
    }
}
