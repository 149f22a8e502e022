package com.huixiang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Which address shows which page. The pages themselves are built from {@code console/}, {@code widget/} and {@code store/}. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/", "/console/");
        // The console finds its way inside itself: every address below it is the same page.
        pages.addViewController("/console").setViewName("forward:/app/console/index.html");
        pages.addViewController("/console/**").setViewName("forward:/app/console/index.html");
        pages.addViewController("/chat").setViewName("forward:/app/widget/chat.html");
        pages.addRedirectViewController("/store", "/store/");
        pages.addViewController("/store/").setViewName("forward:/app/store/index.html");
        pages.addViewController("/store/terminal").setViewName("forward:/app/store/terminal.html");
        pages.addViewController("/widget.js").setViewName("forward:/app/widget/widget.js");
        pages.addRedirectViewController("/shop", "/shop/");
        pages.addViewController("/shop/").setViewName("forward:/shop/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        // Their names carry a hash of their content, so they never change.
        files.addResourceHandler("/app/console/assets/**")
                .addResourceLocations("classpath:/static/app/console/assets/")
                .setCacheControl(FOR_EVER);
        files.addResourceHandler("/app/widget/assets/**")
                .addResourceLocations("classpath:/static/app/widget/assets/")
                .setCacheControl(FOR_EVER);
        files.addResourceHandler("/app/store/assets/**")
                .addResourceLocations("classpath:/static/app/store/assets/")
                .setCacheControl(FOR_EVER);
        askEachTime(files, "/app/**", "classpath:/static/app/");
        askEachTime(files, "/shop/**", "classpath:/static/shop/");
    }

    private static void askEachTime(ResourceHandlerRegistry files, String address, String folder) {
        files.addResourceHandler(address)
                .addResourceLocations(folder)
                .setEtagGenerator(Pages::mark)
                .setCacheControl(CacheControl.noCache());
    }

    private static String mark(Resource file) {
        try {
            return Long.toHexString(file.lastModified()) + "-" + Long.toHexString(file.contentLength());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
