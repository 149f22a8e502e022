package com.huixiang;

import com.huixiang.docs.ApiDocument;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test on the whole running house: the real application on a free port, the real PostgreSQL, a clock the test can set.
 *
 * <p>All classes with this annotation share one application and one database, so the second class starts at once. Before
 * each test the clock is set right and every table is put back to what a fresh installation holds (the rows the
 * migrations brought). So:
 *
 * <pre>{@code
 * @HuixiangTest
 * class ConversationModuleTests {
 *
 *     @Autowired Conversations conversations;
 *     @Autowired SettableClock clock;          // clock.advance(ofMinutes(2)), clock.stopAt(instant)
 *     @Autowired DueAppointments due;          // due.fulfil() keeps what is due by then; nothing rings by itself
 *     @LocalServerPort int port;               // for HTTP, WebSocket and browser tests
 *
 *     @Test
 *     void aClosedConversationReopensWhenTheCustomerSpeaks() { … }
 * }
 * }</pre>
 *
 * <p>To keep it one application, add no properties, no {@code @Import}, no {@code @MockitoBean} to a test class: each
 * difference would start another one. A fake that several tests need becomes a {@code @Bean} in {@link TestHouse}. Caches
 * a module keeps in memory are forgotten by a {@link BetweenTests} bean. Code without Spring needs none of this: such
 * tests are plain JUnit and take milliseconds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "huixiang.data=" + EmptyTestDatabase.FOLDER,
            "huixiang.demo=off",
            "huixiang.agenda.rings=false",
            "huixiang.connect.private-addresses=true",
            "huixiang.owner.login=admin",
            "huixiang.owner.password=" + HuixiangTest.OWNERS_PASSWORD
        })
@Import({TestHouse.class, ApiDocument.class})
@ExtendWith(FreshTables.class)
public @interface HuixiangTest {

    /** Of "admin", who is there from the beginning. */
    String OWNERS_PASSWORD = "tall-grey-heron";
}
