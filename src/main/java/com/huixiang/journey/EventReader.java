package com.huixiang.journey;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a batch in one pass over its bytes (P-02). Properties are not taken apart: their bytes go on as they came, after
 * a look that the database will take them. What cannot be read at all refuses the batch; what is wrong with one message
 * refuses that message.
 */
@Component
class EventReader {

    static final int MOST_MESSAGES = 500;
    static final int LARGEST_EVENT = 32 * 1024;

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_NUMBER = 60;
    private static final Set<String> VERBS = Set.of("track", "page", "identify", "alias");
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);

    private final JsonMapper json;

    EventReader(JsonMapper json) {
        this.json = json;
    }

    record Rejected(int index, Rejection why) {}

    record Read(int messages, List<Said> said, List<Rejected> rejected) {}

    Read read(byte[] body) {
        checkLetters(body);
        List<Said> said = new ArrayList<>(128);
        List<Rejected> rejected = new ArrayList<>(0);
        int messages = -1;
        try (JsonParser parser = json.createParser(body)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean batch = parser.currentName().equals("batch");
                JsonToken value = parser.nextToken();
                if (batch) {
                    expect(value == JsonToken.START_ARRAY && messages < 0);
                    messages = readAll(parser, body, said, rejected);
                } else {
                    parser.skipChildren();
                }
            }
            expect(messages >= 0 && parser.nextToken() == null);
        } catch (JacksonException malformed) {
            throw JourneyProblem.badJson();
        }
        return new Read(messages, said, rejected);
    }

    /** The parser does not look into texts it passes over, and PostgreSQL takes nothing but good UTF-8. */
    private static void checkLetters(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException foreign) {
            throw JourneyProblem.badJson();
        }
    }

    private int readAll(JsonParser parser, byte[] body, List<Said> said, List<Rejected> rejected) {
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            expect(token == JsonToken.START_OBJECT);
            if (index >= MOST_MESSAGES) {
                throw JourneyProblem.tooMany(MOST_MESSAGES);
            }
            Message message = new Message();
            message.read(parser, body);
            Rejection wrong = message.missing();
            if (wrong == null) {
                said.add(message.said(index));
            } else {
                rejected.add(new Rejected(index, wrong));
            }
            index++;
        }
        return index;
    }

    private static void expect(boolean fine) {
        if (!fine) {
            throw JourneyProblem.badJson();
        }
    }

    /** What is known of the message being read. */
    private final class Message {

        private @Nullable String type;
        private @Nullable String messageId;
        private @Nullable String userId;
        private @Nullable String anonymousId;
        private @Nullable String previousId;
        private @Nullable String event;
        private @Nullable String pageName;
        private @Nullable String sku;
        private @Nullable String session;
        private @Nullable String title;
        private @Nullable String url;
        private @Nullable String identity;
        private @Nullable String signature;
        private @Nullable Instant timestamp;
        private @Nullable JsonNode traits;
        private byte @Nullable [] traitBytes;
        private byte[] properties = NOTHING;
        private @Nullable Rejection wrong;

        void read(JsonParser parser, byte[] body) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (field) {
                    case "type" -> type = text(parser, value, 20);
                    case "messageId" -> messageId = id(parser, value);
                    case "userId" -> userId = id(parser, value);
                    case "anonymousId" -> anonymousId = id(parser, value);
                    case "previousId" -> previousId = id(parser, value);
                    case "event" -> event = text(parser, value, LONGEST_NAME);
                    case "name" -> pageName = text(parser, value, LONGEST_NAME);
                    case "sessionId" -> session = id(parser, value);
                    case "identity" -> identity = text(parser, value, 4_000);
                    case "signature" -> signature = text(parser, value, LONGEST_ID);
                    case "timestamp" -> timestamp = time(parser, value);
                    case "properties" -> properties = object(parser, value, body, true);
                    case "traits" -> {
                        traitBytes = object(parser, value, body, false);
                        traits = wrong == null ? json.readTree(traitBytes) : null;
                    }
                    case "context" -> context(parser, value);
                    default -> parser.skipChildren();
                }
            }
        }

        private @Nullable String text(JsonParser parser, JsonToken value, int most) {
            if (value == JsonToken.VALUE_NULL) {
                return null;
            }
            if (value != JsonToken.VALUE_STRING) {
                parser.skipChildren();
                wrong = Rejection.BAD_ID;
                return null;
            }
            String text = parser.getString();
            if (text.length() > most) {
                wrong = Rejection.TOO_LARGE;
                return null;
            }
            return clean(text);
        }

        /** Numbers are ids too: many shops number their customers. */
        private @Nullable String id(JsonParser parser, JsonToken value) {
            if (value == JsonToken.VALUE_NULL) {
                return null;
            }
            boolean readable = value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT;
            String text = readable ? clean(parser.getString()).strip() : "";
            if (!readable) {
                parser.skipChildren();
            }
            if (!readable || text.length() > LONGEST_ID) {
                wrong = Rejection.BAD_ID;
                return null;
            }
            return text.isEmpty() ? null : text;
        }

        private @Nullable Instant time(JsonParser parser, JsonToken value) {
            if (value == JsonToken.VALUE_NULL) {
                return null;
            }
            try {
                if (value == JsonToken.VALUE_STRING) {
                    return Instant.parse(parser.getString());
                }
                if (value == JsonToken.VALUE_NUMBER_INT) {
                    return Instant.ofEpochMilli(parser.getLongValue());
                }
                parser.skipChildren();
            } catch (DateTimeException | JacksonException unreadable) {
                // Told below.
            }
            wrong = Rejection.BAD_TIMESTAMP;
            return null;
        }

        /** The page a track call was made on, as the usual libraries send it along. */
        private void context(JsonParser parser, JsonToken value) {
            if (value != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                JsonToken inside = parser.nextToken();
                switch (field) {
                    case "sessionId" -> session = id(parser, inside);
                    case "page" -> page(parser, inside);
                    default -> parser.skipChildren();
                }
            }
        }

        private void page(JsonParser parser, JsonToken value) {
            if (value != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                JsonToken inside = parser.nextToken();
                switch (field) {
                    case "title" -> title = line(parser, inside);
                    case "url" -> url = line(parser, inside);
                    default -> parser.skipChildren();
                }
            }
        }

        private @Nullable String line(JsonParser parser, JsonToken value) {
            if (value != JsonToken.VALUE_STRING) {
                parser.skipChildren();
                return null;
            }
            String text = clean(parser.getString());
            return text.substring(0, Math.min(text.length(), LONGEST_LINE));
        }

        /** The bytes of an object as they came, with the goods it is about noticed on the way. */
        private byte[] object(JsonParser parser, JsonToken value, byte[] body, boolean noticeGoods) {
            if (value == JsonToken.VALUE_NULL) {
                return NOTHING;
            }
            if (value != JsonToken.START_OBJECT) {
                parser.skipChildren();
                wrong = Rejection.BAD_PROPERTIES;
                return NOTHING;
            }
            int begins = (int) parser.currentTokenLocation().getByteOffset();
            boolean escaped = false;
            String productId = null;
            for (int depth = 1; depth > 0; ) {
                JsonToken token = parser.nextToken();
                switch (token) {
                    case START_OBJECT, START_ARRAY -> depth++;
                    case END_OBJECT, END_ARRAY -> depth--;
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> checkNumber(parser);
                    case PROPERTY_NAME -> {
                        if (noticeGoods && depth == 1) {
                            String field = parser.currentName();
                            if (field.equals("sku") || field.equals("product_id") || field.equals("productId")) {
                                JsonToken goods = parser.nextToken();
                                if (goods == JsonToken.START_OBJECT || goods == JsonToken.START_ARRAY) {
                                    depth++;
                                } else if (goods == JsonToken.VALUE_STRING || goods == JsonToken.VALUE_NUMBER_INT) {
                                    String said = clean(parser.getString());
                                    String goodsId = said.isBlank() || said.length() > 100 ? null : said.strip();
                                    if (field.equals("sku")) {
                                        sku = goodsId;
                                    } else {
                                        productId = goodsId;
                                    }
                                }
                            }
                        }
                    }
                    default -> {
                        // Texts and marks are fine as they are.
                    }
                }
            }
            sku = sku == null ? productId : sku;
            int ends = (int) parser.currentLocation().getByteOffset();
            if (ends - begins > LARGEST_EVENT) {
                wrong = Rejection.TOO_LARGE;
                return NOTHING;
            }
            for (int at = begins; at < ends - 1 && !escaped; at++) {
                escaped = body[at] == '\\' && body[at + 1] == 'u';
            }
            byte[] bytes = Arrays.copyOfRange(body, begins, ends);
            return escaped ? json.writeValueAsBytes(cleaned(json.readTree(bytes))) : bytes;
        }

        private void checkNumber(JsonParser parser) {
            if (parser.getStringLength() > LONGEST_NUMBER || !Double.isFinite(parser.getDoubleValue())) {
                wrong = Rejection.BAD_PROPERTIES;
            }
        }

        @Nullable Rejection missing() {
            if (wrong != null) {
                return wrong;
            }
            if (type == null || !VERBS.contains(type)) {
                return Rejection.UNKNOWN_TYPE;
            }
            if (messageId == null) {
                return Rejection.MESSAGE_ID_MISSING;
            }
            return type.equals("track") && (event == null || event.isBlank()) ? Rejection.EVENT_MISSING : null;
        }

        Said said(int index) {
            Said.Type verb = switch (String.valueOf(type)) {
                case "track" -> Said.Type.TRACK;
                case "page" -> Said.Type.PAGE;
                case "identify" -> Said.Type.IDENTIFY;
                case "alias" -> Said.Type.ALIAS;
                default -> throw new IllegalStateException("checked before");
            };
            String name = switch (verb) {
                case TRACK -> String.valueOf(event).strip();
                case PAGE -> EventNames.PAGE_VIEWED;
                case IDENTIFY -> EventNames.IDENTIFIED;
                case ALIAS -> EventNames.ALIASED;
            };
            boolean tellsOfHim = verb == Said.Type.IDENTIFY && traitBytes != null;
            return new Said(
                    index, verb, String.valueOf(messageId), userId, anonymousId, previousId, name,
                    tellsOfHim ? traitBytes : properties, sku, session, title == null ? pageName : title, url, timestamp,
                    traits, identity, signature);
        }
    }

    /** PostgreSQL keeps no NUL and no half of a letter in two parts. */
    private static String clean(String text) {
        StringBuilder clean = null;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean half = Character.isHighSurrogate(letter)
                            && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1)))
                    || Character.isLowSurrogate(letter) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
            if (letter == 0 || half) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(at, '\uFFFD');
            }
        }
        return clean == null ? text : clean.toString();
    }

    private JsonNode cleaned(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode clean = json.createObjectNode();
            object.properties().forEach(each -> clean.set(clean(each.getKey()), cleaned(each.getValue())));
            return clean;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode clean = json.createArrayNode();
            array.forEach(each -> clean.add(cleaned(each)));
            return clean;
        }
        return node.isString() ? json.getNodeFactory().stringNode(clean(node.asString())) : node;
    }
}
