package com.huixiang.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an entry says. Each kind checks itself when it is made; what is too long or empty is refused. */
public sealed interface Body {

    int TEXT_LIMIT = 5_000;
    int LINE_LIMIT = 500;

    @JsonIgnore
    MessageKind kind();

    /** One line for lists; never longer than 80 characters. */
    @JsonIgnore
    String preview();

    record Text(String text) implements Body {
        public Text {
            text = checked(text, TEXT_LIMIT);
        }

        @Override
        public MessageKind kind() {
            return MessageKind.TEXT;
        }

        @Override
        public String preview() {
            return Preview.of(text);
        }
    }

    /** A picture that was uploaded before. Width and height in pixels, size in bytes. */
    record Picture(
            UUID fileId, String url, @Nullable Integer width, @Nullable Integer height, @Nullable String name, int size)
            implements Body {
        @Override
        public MessageKind kind() {
            return MessageKind.PICTURE;
        }

        @Override
        public String preview() {
            return "[图片]";
        }
    }

    /** A file that was uploaded before. */
    record FileLink(UUID fileId, String url, String name, int size, String type) implements Body {
        @Override
        public MessageKind kind() {
            return MessageKind.FILE;
        }

        @Override
        public String preview() {
            return Preview.of("[文件] " + name);
        }
    }

    /** A product as the shop shows it. The price is written as the shop writes it: yuan, two decimals. */
    record Card(
            @Nullable String type,
            String title,
            @Nullable String image,
            @Nullable String price,
            @Nullable String url,
            @Nullable String sku,
            @Nullable String subtitle)
            implements Body {
        public Card {
            type = "product";
            title = checked(title, LINE_LIMIT);
            image = address(image);
            url = address(url);
            price = line(price);
            sku = line(sku);
            subtitle = line(subtitle);
        }

        @Override
        public MessageKind kind() {
            return MessageKind.CARD;
        }

        @Override
        public String preview() {
            return Preview.of("[商品] " + title);
        }
    }

    record Note(String text, @Nullable List<UUID> mentions) implements Body {
        public Note {
            text = checked(text, TEXT_LIMIT);
            mentions = mentions == null ? List.of() : List.copyOf(mentions.subList(0, Math.min(mentions.size(), 50)));
        }

        @Override
        public MessageKind kind() {
            return MessageKind.NOTE;
        }

        @Override
        public String preview() {
            return Preview.of(text);
        }
    }

    record SystemLine(String event, String zh, String en) implements Body {
        @Override
        public MessageKind kind() {
            return MessageKind.SYSTEM;
        }

        @Override
        public String preview() {
            return Preview.of(zh);
        }
    }

    record Recall(int seq) implements Body {
        @Override
        public MessageKind kind() {
            return MessageKind.RECALL;
        }

        @Override
        public String preview() {
            return "[撤回了一条消息]";
        }
    }

    /** Whether the customer may see it. */
    @JsonIgnore
    default boolean isShown() {
        return switch (this) {
            case Note note -> false;
            case SystemLine line -> line.event().equals("queued") == false && line.event().equals("urgent") == false;
            case Text text -> true;
            case Picture picture -> true;
            case FileLink file -> true;
            case Card card -> true;
            case Recall recall -> true;
        };
    }

    /** Whether it is something a person said, so that it moves the list and the waiting clock. */
    @JsonIgnore
    default boolean isSpeech() {
        return switch (this) {
            case Text text -> true;
            case Picture picture -> true;
            case FileLink file -> true;
            case Card card -> true;
            case Note note -> false;
            case SystemLine line -> false;
            case Recall recall -> false;
        };
    }

    private static String checked(@Nullable String text, int limit) {
        // PostgreSQL stores every character but NUL.
        String clean = text == null ? "" : text.replace("\u0000", "").strip();
        if (clean.isEmpty()) {
            throw ConversationProblem.emptyMessage();
        }
        if (clean.length() > limit) {
            throw ConversationProblem.messageTooLong(limit);
        }
        return clean;
    }

    private static @Nullable String line(@Nullable String text) {
        return text == null || text.isBlank() ? null : checked(text, LINE_LIMIT);
    }

    /** Only addresses a browser may follow without harm. */
    private static @Nullable String address(@Nullable String url) {
        String clean = line(url);
        if (clean == null) {
            return null;
        }
        boolean harmless = clean.startsWith("https://") || clean.startsWith("http://") || clean.startsWith("/");
        if (!harmless || clean.startsWith("//")) {
            throw ConversationProblem.badAddress();
        }
        return clean;
    }
}
