package com.huixiang.demo;

import com.huixiang.conversation.Body;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerValue;
import com.huixiang.customer.Level;
import com.huixiang.staff.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The story as it is written in {@code resources/demo}; each file says at its top how it is to be read. */
@InDemo
@Component
class StoryBook {

    private final Map<String, Dialogue> dialogues = new LinkedHashMap<>();
    private final List<Goods> goods = lines("goods.txt", StoryBook::readGoods);

    StoryBook() {
        Dialogue.read(text("dialogues.zh-CN.txt")).forEach(dialogue -> dialogues.put(dialogue.name(), dialogue));
    }

    record Account(
            String login, String name, String nickname, Role role, int capacity, boolean played, Map<String, Integer> skills) {

        boolean answersCustomers() {
            return !skills.isEmpty();
        }
    }

    List<Account> accounts() {
        return lines("accounts.txt", line -> line.startsWith("password ") ? null : account(words(line)));
    }

    private static Account account(String[] words) {
        Map<String, Integer> skills = new LinkedHashMap<>();
        for (String skill : Arrays.copyOfRange(words, 6, words.length)) {
            String[] parts = skill.split(":");
            skills.put(parts[0], Integer.valueOf(parts[1]));
        }
        Role role = new Role(words[3]);
        return new Account(
                words[0], words[1], words[2], role, Integer.parseInt(words[4]), words[5].equals("played"), skills);
    }

    String password() {
        return lines("accounts.txt", line -> line.startsWith("password ") ? words(line)[1] : null).getFirst();
    }

    record Group(String name, @Nullable String overflow) {}

    List<Group> groups() {
        return lines("groups.txt", line -> new Group(words(line)[0], words(line).length > 1 ? words(line)[1] : null));
    }

    record Rule(
            IssueType issue, @Nullable Urgency urgency, @Nullable CustomerValue value, String group, int minLevel) {}

    List<Rule> rules() {
        return lines("routing.txt", line -> {
            String[] words = words(line);
            return new Rule(
                    IssueType.of(words[0]),
                    words[1].equals("*") ? null : Urgency.valueOf(words[1]),
                    words[2].equals("*") ? null : CustomerValue.valueOf(words[2]),
                    words[3],
                    Integer.parseInt(words[4]));
        });
    }

    String groupFor(IssueType issue) {
        return rules().stream().filter(rule -> rule.issue() == issue).findFirst().orElseThrow().group();
    }

    /** The first name is the parent of the others. */
    List<List<String>> categories() {
        return lines("categories.txt", line -> List.of(words(line)));
    }

    /** Something he asked some days ago. */
    record Asked(String dialogue, int daysAgo) {}

    /** @param agent the login of his own agent, {@code deputy} of who stands in; both or none */
    record Shopper(
            String id,
            String name,
            Level level,
            String phone,
            String email,
            @Nullable String agent,
            @Nullable String deputy,
            List<Asked> past) {}

    List<Shopper> shoppers() {
        return lines("members.txt", line -> {
            String[] words = words(line);
            String[] own = words[5].split("/");
            List<Asked> past = Arrays.stream(words[6].split(","))
                    .map(asked -> asked.split("@"))
                    .map(asked -> new Asked(asked[0], Integer.parseInt(asked[1])))
                    .toList();
            return new Shopper(
                    words[0],
                    words[1],
                    Level.valueOf(words[2].toUpperCase(Locale.ROOT)),
                    words[3],
                    words[4],
                    own.length > 1 ? own[0] : null,
                    own.length > 1 ? own[1] : null,
                    past);
        });
    }

    List<Body.Card> goods(String family) {
        return goods.stream().filter(one -> one.family().equals(family)).map(Goods::card).toList();
    }

    /** Everything the shop sells. */
    List<Goods> allGoods() {
        return List.copyOf(goods);
    }

    record Goods(String family, Body.Card card) {}

    private static Goods readGoods(String line) {
        String[] cells = line.split("\\s*\\|\\s*");
        String picture = "/shop/pictures/" + cells[0] + ".svg";
        String page = "/shop/product.html?sku=" + cells[0];
        return new Goods(cells[1], new Body.Card(null, cells[2], picture, cells[3], page, cells[0], cells[4]));
    }

    /** Everything on the shelves. */
    List<Body.Card> cards() {
        return goods.stream().map(Goods::card).toList();
    }

    List<Dialogue> dialogues() {
        return List.copyOf(dialogues.values());
    }

    /** Null for one that a newer story does not tell any more. */
    @Nullable Dialogue dialogue(String name) {
        return dialogues.get(name);
    }

    /** One section of the file about customers, line by line. */
    List<String> people(String section) {
        List<String> found = new ArrayList<>();
        boolean inside = false;
        for (String line : lines("people.txt", Function.identity())) {
            if (line.startsWith("[")) {
                inside = line.equals("[" + section + "]");
            } else if (inside) {
                found.add(line);
            }
        }
        return found;
    }

    List<String> words(String section, String between) {
        return people(section).stream()
                .flatMap(line -> Arrays.stream(line.split(between)))
                .toList();
    }

    private static String[] words(String line) {
        return line.split("\\s+");
    }

    private static <T> List<T> lines(String file, Function<String, @Nullable T> read) {
        List<T> all = new ArrayList<>();
        for (String line : text(file).split("\n")) {
            T value = line.isBlank() || line.startsWith("#") ? null : read.apply(line.strip());
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("demo/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
