namespace VideoGate.Bench.Visible.Specimens;

/// <summary>What people show on screens, slides, signs and clothes about AI, without saying that the video is made by it.</summary>
internal static class SceneText
{
    public static readonly string[] Menus =
    [
        "File", "Edit", "View", "AI", "Help", "AI Assistant", "Generate image", "Create", "AI tools", "Settings", "文件", "编辑", "AI 助手", "生成",
        "智能合成", "导出", "AI 修图", "新建 AI 对话", "一键生成", "Ask AI", "Made for you", "Generated files", "帮助",
    ];

    public static readonly string[] Headlines =
    [
        "AI-generated images flood social networks", "Minister: label what AI has generated", "How Sora changes film making", "KI-Bilder im Wahlkampf",
        "专家：如何识别AI生成的视频", "网信办：人工智能生成内容须添加标识", "某公司发布AI合成语音新规", "AI company shares fall", "Kling and Vidu compared",
        "记者调查：AI生成假新闻泛滥",
    ];

    public static readonly string[] Bullets =
    [
        "What is artificial intelligence?", "How AI generated text differs", "Models: Sora, Veo, Kling", "Homework: create with AI", "生成式人工智能概述",
        "AI合成技术的风险", "案例：AI生成的图片", "人工智能的三次浪潮", "Questions?", "第二章 机器学习", "Labels must say AI-generated", "标识应当写明“AI生成”字样的要求",
    ];

    public static readonly string[] Lyrics =
    [
        "爱生活 爱自由", "你的爱 生成了我的梦", "say it ain't so", "I made it with a little love", "generation after generation", "合成一首歌 唱给你听",
        "la la la AI AI AI", "created by the moonlight",
    ];

    public static readonly string[] Signs =
    [
        "爱生成衣店", "AI 咖啡馆", "人工智能产业园", "合成橡胶厂", "AIR CHINA", "AIDA Café", "Generated power for you", "SORA RAMEN", "VIDU optics", "海螺水泥",
        "可灵美发", "MADE IN ITALY", "OPEN 24 h", "成人用品",
    ];

    public static readonly string[] Shirts = ["AI CLUB", "I love AI", "AI", "Team Generate", "人工智能学院", "Not a robot", "MADE IN 1990", "AI 训练营", "Veo"];
}
