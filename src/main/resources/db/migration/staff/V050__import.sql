-- Bringing lists into the house: whoever may take them out, may.
update staff.role set permissions = array_append(permissions, 'import')
 where 'export' = any(permissions) and not 'import' = any(permissions);
