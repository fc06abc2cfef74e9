import { chromium } from "@playwright/test";
import { Trellis } from "./pages/trellis.js";
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox"]});
const shots=JSON.parse(process.argv[2]); // [[path,name,lang,w,h,dark,full,js]]
for (const [path,name,lang,w,h,dark,full,js] of shots){
 const c=await b.newContext({viewport:{width:w,height:h},locale:lang==="es"?"es-MX":"en-US",colorScheme:dark?"dark":"light",reducedMotion:"reduce",baseURL:"http://127.0.0.1:"+(process.env.P||8132)});
 const page=await c.newPage(); const app=new Trellis(page,lang); await app.begin(); await app.shell.open(path); await page.waitForTimeout(700); if(js){await page.evaluate(js); await page.waitForTimeout(400);} await page.screenshot({path:`/tmp/w/${name}.png`,fullPage:!!full}); await c.close(); }
await b.close();
