-- Whoever counts events finds those that came in since it last looked; a range index costs the intake next to nothing.
create index event_received on journey.event using brin (received_at) with (pages_per_range = 16);
